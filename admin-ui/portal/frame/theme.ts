import { createTheme, type Theme } from '@mui/material/styles';
import { darkTheme, lightTheme } from '../../shared/theme.ts';

/** The console's look with room for thumbs: larger text and targets, inputs that a phone does not zoom into. */
function roomy(theme: Theme): Theme {
  return createTheme(theme, {
    typography: {
      h1: { fontSize: '1.6rem', lineHeight: 1.25 },
      h2: { fontSize: '1.15rem', lineHeight: 1.35 },
      h3: { fontSize: '1rem', lineHeight: 1.4 },
      body1: { fontSize: '1rem', lineHeight: 1.6 },
      body2: { fontSize: '0.9rem', lineHeight: 1.5 },
      caption: { fontSize: '0.82rem' },
    },
    components: {
      MuiButton: {
        defaultProps: { size: 'medium', disableElevation: true },
        styleOverrides: { root: { minHeight: 44, fontSize: '0.95rem' } },
      },
      MuiInputBase: { styleOverrides: { root: { fontSize: '1rem' } } },
      MuiOutlinedInput: {
        styleOverrides: {
          root: { backgroundColor: theme.palette.background.paper },
          input: { '&:not(textarea)': { padding: '11px 12px' } },
          multiline: { padding: '11px 12px' },
          notchedOutline: { borderColor: theme.palette.tone.neutral.line },
        },
      },
      MuiFormHelperText: { styleOverrides: { root: { marginInline: 0, fontSize: '0.85rem' } } },
      MuiDialog: { defaultProps: { fullWidth: true, maxWidth: 'sm' } },
    },
  });
}

export const portalLight = roomy(lightTheme);
export const portalDark = roomy(darkTheme);
