import Box from '@mui/material/Box';
import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';
import { useSpeech } from '../text.tsx';

interface Part {
  key: string;
  kind: 'same' | 'added' | 'removed';
  text: string;
}

const likeness = 0.3;

/** Word by word: what was taken out and what was put in, in reading order. */
export function wordParts(before: string, after: string): Part[] {
  let at = 0;
  const found = diffWordsWithSpace(before, after);
  const kept = found.filter((part) => !part.added && !part.removed && part.value.trim() !== '');
  const same = kept.reduce((sum, part) => sum + part.value.trim().length, 0);
  // Two texts with little in common read better one after the other than cut into shreds.
  const parts =
    same < likeness * Math.max(before.length, after.length, 1)
      ? [
          { value: before === '' ? '' : `${before}\n`, added: false, removed: true },
          { value: after, added: true, removed: false },
        ].filter((part) => part.value !== '')
      : found;
  return parts.map((part) => {
    const kind = part.added ? 'added' : part.removed ? 'removed' : 'same';
    at += 1;
    return { key: `${at}`, kind, text: part.value };
  });
}

/** The new words with the old ones struck through beside them. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const { t } = useSpeech();
  const parts = useMemo(() => wordParts(before, after), [before, after]);
  return (
    <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: 1.7 }}>
      {parts.map((part) => {
        if (part.kind === 'same') return <span key={part.key}>{part.text}</span>;
        const added = part.kind === 'added';
        return (
          <Box
            key={part.key}
            component={added ? 'ins' : 'del'}
            title={t(added ? 'common.added' : 'common.removed')}
            sx={(theme) => ({
              textDecoration: added ? 'none' : 'line-through',
              borderBottom: added ? `2px solid ${theme.palette.tone.good.line}` : 'none',
              color: theme.palette.tone[added ? 'good' : 'bad'].fg,
              backgroundColor: theme.palette.tone[added ? 'good' : 'bad'].bg,
            })}
          >
            {part.text}
          </Box>
        );
      })}
    </Box>
  );
}
