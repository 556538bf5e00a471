import { createTheme, type Theme, type ThemeOptions } from '@mui/material/styles';

/** Meaning, never decoration: each tone is used with a word or an icon beside it. Text on `bg` meets AA. */
export type ToneName = 'good' | 'caution' | 'bad' | 'info' | 'neutral';
export interface Tone {
  fg: string;
  bg: string;
  line: string;
}

declare module '@mui/material/styles' {
  interface Palette {
    tone: Record<ToneName, Tone>;
    sunken: string;
  }
  interface PaletteOptions {
    tone?: Record<ToneName, Tone>;
    sunken?: string;
  }
}

const lightTones: Record<ToneName, Tone> = {
  good: { fg: '#14532d', bg: '#e3f3e8', line: '#3f8f5f' },
  caution: { fg: '#6b3f00', bg: '#fbeed3', line: '#b97a10' },
  bad: { fg: '#8a1620', bg: '#fbe3e4', line: '#c8323f' },
  info: { fg: '#0b4a78', bg: '#e0eef8', line: '#2f7ab0' },
  neutral: { fg: '#3d4751', bg: '#eceff2', line: '#8994a0' },
};
const darkTones: Record<ToneName, Tone> = {
  good: { fg: '#a5e3bb', bg: '#17352399', line: '#4fa873' },
  caution: { fg: '#f5cf8b', bg: '#44310c99', line: '#cf9330' },
  bad: { fg: '#ffb0b3', bg: '#4d1d2199', line: '#e2636c' },
  info: { fg: '#a6d3f3', bg: '#15364e99', line: '#5aa3d6' },
  neutral: { fg: '#c3ccd4', bg: '#2a323999', line: '#6d7984' },
};

const fontFamily =
  'Inter, "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif';

/** Digits that line up in columns. */
export const tabular = { fontVariantNumeric: 'tabular-nums' } as const;

function options(mode: 'light' | 'dark'): ThemeOptions {
  const dark = mode === 'dark';
  return {
    palette: {
      mode,
      primary: dark
        ? { main: '#7cc4cb', contrastText: '#06262a' }
        : { main: '#0d5b63', dark: '#08444a', contrastText: '#ffffff' },
      secondary: dark ? { main: '#c9b47c' } : { main: '#7a5c12' },
      error: { main: dark ? '#f08a90' : '#b3222f' },
      warning: { main: dark ? '#e0a94a' : '#8f5b00' },
      success: { main: dark ? '#6fc593' : '#226b42' },
      info: { main: dark ? '#7fbce6' : '#12608f' },
      background: dark ? { default: '#12171b', paper: '#1a2026' } : { default: '#f4f6f7', paper: '#ffffff' },
      text: dark
        ? { primary: '#e7ecef', secondary: '#a9b5bf' }
        : { primary: '#182027', secondary: '#55616c' },
      divider: dark ? '#313a42' : '#dde2e6',
      tone: dark ? darkTones : lightTones,
      sunken: dark ? '#151a1f' : '#f0f3f4',
    },
    shape: { borderRadius: 6 },
    spacing: 8,
    typography: {
      fontFamily,
      fontSize: 13,
      h1: { fontSize: '1.5rem', fontWeight: 650, letterSpacing: '-0.01em' },
      h2: { fontSize: '1.125rem', fontWeight: 650, letterSpacing: '-0.005em' },
      h3: { fontSize: '0.95rem', fontWeight: 650 },
      subtitle2: { fontSize: '0.78rem', fontWeight: 600 },
      body1: { fontSize: '0.9rem', lineHeight: 1.55 },
      body2: { fontSize: '0.84rem', lineHeight: 1.5 },
      caption: { fontSize: '0.76rem', lineHeight: 1.4 },
      overline: { fontSize: '0.7rem', fontWeight: 650, letterSpacing: '0.06em', lineHeight: 1.8 },
      button: { textTransform: 'none', fontWeight: 600 },
    },
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          body: { WebkitFontSmoothing: 'antialiased' },
          '@media (prefers-reduced-motion: reduce)': {
            '*, *::before, *::after': {
              animationDuration: '0.01ms !important',
              transitionDuration: '0.01ms !important',
            },
          },
          '@media print': { body: { background: '#fff' }, '.no-print': { display: 'none !important' } },
        },
      },
      MuiButtonBase: {
        defaultProps: { disableRipple: true },
        styleOverrides: {
          root: ({ theme }) => ({
            '&.Mui-focusVisible': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: 2 },
          }),
        },
      },
      MuiButton: { defaultProps: { size: 'small', disableElevation: true } },
      MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
      MuiCard: { defaultProps: { variant: 'outlined' } },
      MuiTextField: { defaultProps: { size: 'small' } },
      MuiFormControl: { defaultProps: { size: 'small' } },
      MuiTableCell: {
        styleOverrides: {
          sizeSmall: { padding: '7px 12px' },
          head: ({ theme }) => ({
            fontWeight: 600,
            fontSize: '0.76rem',
            color: theme.palette.text.secondary,
            whiteSpace: 'nowrap',
          }),
        },
      },
      MuiTooltip: { defaultProps: { enterDelay: 400 } },
      MuiTypography: { defaultProps: { variantMapping: { subtitle1: 'p', subtitle2: 'p' } } },
      MuiLink: { defaultProps: { underline: 'hover' } },
      MuiDialog: { defaultProps: { fullWidth: true, maxWidth: 'md' } },
    },
  };
}

export const lightTheme: Theme = createTheme(options('light'));
export const darkTheme: Theme = createTheme(options('dark'));
