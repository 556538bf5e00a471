import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { EmptyState } from '../../shared/components/states.tsx';
import { WordDiff } from '../../shared/components/WordDiff.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { useNames } from './edit/useNames.ts';

export interface Change {
  pointer: string;
  before?: unknown;
  after?: unknown;
}

const asText = (value: unknown): string =>
  value === undefined
    ? ''
    : Array.isArray(value) && value.every((one) => typeof one !== 'object')
      ? value.join(', ')
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);

/** What a draft changes against the book it is based on, place by place. */
export function Differences({ kind, changes }: { kind: string; changes: readonly Change[] }) {
  const { t } = useSpeech();
  const { nameFor } = useNames(kind);
  if (changes.length === 0)
    return <EmptyState title={t('rule_book.no_change')} hint={t('rule_book.no_change_hint')} />;
  const placed = (pointer: string) => {
    const parts = pointer.split('/').slice(1);
    return parts.map((part, index) => nameFor(`/${parts.slice(0, index + 1).join('/')}`, part)).join(' › ');
  };
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
      {changes.map(({ pointer, before, after }) => (
        <Box component="li" key={pointer} sx={{ borderBottom: 1, borderColor: 'divider', pb: 1 }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {placed(pointer)}
          </Typography>
          <Typography variant="caption" color="textSecondary" component="div">
            {pointer}
          </Typography>
          {Array.isArray(before) && Array.isArray(after) ? (
            <>
              {before.length > 0 && (
                <Box component="del" sx={{ display: 'block', color: 'error.main' }}>
                  {t('rule_book.gone')} {asText(before)}
                </Box>
              )}
              {after.length > 0 && (
                <Box component="ins" sx={{ display: 'block', color: 'success.main', textDecoration: 'none' }}>
                  {t('rule_book.come')} {asText(after)}
                </Box>
              )}
            </>
          ) : (
            <WordDiff before={asText(before)} after={asText(after)} />
          )}
        </Box>
      ))}
    </Box>
  );
}
