import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSpeech } from '../../shared/text.tsx';
import { useFiles } from '../steps/files.tsx';
import { answerLines } from './answer.ts';

/** The answer as it was handed in, to read while it is changed. */
export function OldAnswer({ path, value }: { path: string; value: unknown }) {
  const { t, locale } = useSpeech();
  const files = useFiles();
  const fileName = (id: string) => files.of(id)?.name ?? t('portal.file.unknown');
  const lines = answerLines(path, value, { t, locale, fileName });
  return (
    <Box
      component="section"
      aria-label={t('portal.fix.old')}
      sx={(theme) => ({ p: 1.5, borderRadius: 1, backgroundColor: theme.palette.sunken })}
    >
      <Typography variant="subtitle2" component="h3" color="textSecondary" sx={{ mb: 0.5 }}>
        {t('portal.fix.old')}
      </Typography>
      <Box
        component="dl"
        sx={{
          m: 0,
          maxHeight: 420,
          overflow: 'auto',
          columnGap: 3,
          columnCount: { sm: lines.length > 3 ? 2 : 1 },
        }}
        tabIndex={0}
      >
        {lines.length === 0 && <Typography variant="body2">{t('portal.fix.nothing')}</Typography>}
        {lines.map((line) => (
          <Box key={line.path} sx={{ mb: 0.75, breakInside: 'avoid' }}>
            <Typography component="dt" variant="caption" color="textSecondary">
              {line.label}
            </Typography>
            <Typography
              component="dd"
              variant="body2"
              sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
            >
              {line.text}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
