import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { ToneChip } from '../../shared/components/ToneChip.tsx';
import { WordDiff } from '../../shared/components/WordDiff.tsx';
import { useSpeech } from '../../shared/text.tsx';
import { useView } from '../draft/hooks.tsx';
import { valueAt } from '../draft/path.ts';
import { same } from '../draft/same.ts';
import { itemWords } from '../form/steps.ts';
import type { AskedItem, Document } from '../wire.ts';
import { ItemFields } from './ItemFields.tsx';
import { itemAnswer, itemPath } from './items.ts';
import { OldAnswer } from './OldAnswer.tsx';

interface Props {
  request: AskedItem;
  before: Document;
}

/** One asked item: what the reviewer wrote, the old answer, and the fields to change it. */
export function FixItem({ request, before }: Props) {
  const { t } = useSpeech();
  const [diff, setDiff] = useState(false);
  const path = useView((view) => itemPath(request.item, view.document));
  const now = useView((view) => (path === null ? undefined : valueAt(view.document, path)));
  const old = itemAnswer(request.item, before);
  if (path === null) return null;
  const changed = !same(old, now);
  const texts = typeof old === 'string' && typeof now === 'string';
  return (
    <Box
      component="section"
      aria-label={itemWords(t, path)}
      sx={{
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: 2,
        bgcolor: 'background.paper',
        p: { xs: 1.5, sm: 3 },
        mb: 3,
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1.5 }}>
        <Typography variant="h2" sx={{ flex: '1 1 200px' }}>
          {itemWords(t, path)}
        </Typography>
        <ToneChip tone={changed ? 'good' : 'caution'}>
          {t(changed ? 'portal.fix.changed' : 'portal.fix.unchanged')}
        </ToneChip>
      </Box>
      <Box
        component="blockquote"
        sx={(theme) => ({
          m: 0,
          mb: 2,
          p: 1.5,
          borderLeft: `4px solid ${theme.palette.tone.caution.line}`,
          backgroundColor: theme.palette.tone.caution.bg,
          color: theme.palette.tone.caution.fg,
        })}
      >
        <Typography variant="subtitle2" component="p" sx={{ m: 0 }}>
          {t('portal.fix.words')}
        </Typography>
        <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{request.words}</Typography>
      </Box>
      <Box sx={{ mb: 2.5 }}>
        <OldAnswer path={path} value={old} />
      </Box>
      <ItemFields path={path} />
      {texts && changed && (
        <>
          <Button variant="text" aria-expanded={diff} onClick={() => setDiff(!diff)}>
            {t(diff ? 'portal.fix.hide_diff' : 'portal.fix.show_diff')}
          </Button>
          {diff && <WordDiff before={old} after={now} />}
        </>
      )}
    </Box>
  );
}
