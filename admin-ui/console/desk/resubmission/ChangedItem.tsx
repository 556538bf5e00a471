import CheckIcon from '@mui/icons-material/Check';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { ToneChip } from '../../../shared/components/ToneChip.tsx';
import { WordDiff } from '../../../shared/components/WordDiff.tsx';
import { useSpeech } from '../../../shared/text.tsx';
import type { ChangeRequest } from '../../api/types.ts';
import { useDesk } from '../state/desk-context.ts';
import { itemLabel, itemText } from '../state/items.ts';
import { VerdictMoves } from './VerdictMoves.tsx';

interface Props {
  request: ChangeRequest;
  marked: boolean;
  onMark: () => void;
  onAccept?: () => void;
}

/** One asked item: the reviewer's words, the old and new words, the verdicts that moved. */
export function ChangedItem({ request, marked, onMark, onAccept }: Props) {
  const { t } = useSpeech();
  const { dossier, running } = useDesk();
  const before = useMemo(
    () => itemText(dossier.previous_form, request.item),
    [dossier.previous_form, request.item],
  );
  const after = useMemo(() => itemText(dossier.form, request.item), [dossier.form, request.item]);
  return (
    <Card
      onFocus={onMark}
      sx={(theme) => ({ p: 1.5, borderColor: marked ? theme.palette.primary.main : theme.palette.divider })}
    >
      <Box
        sx={{
          display: 'flex',
          gap: 1,
          alignItems: 'center',
          justifyContent: 'space-between',
          flexWrap: 'wrap',
        }}
      >
        <Typography variant="h3">{itemLabel(t, request.item, dossier.form)}</Typography>
        <ToneChip tone={request.state === 'accepted' ? 'good' : 'info'}>
          {t(`request_state.${request.state}`)}
        </ToneChip>
      </Box>
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 0.5 }}>
        {t('desk.asked_by', { name: request.requested_by.name })}
      </Typography>
      <Box
        component="blockquote"
        sx={{ m: 0, mb: 1, pl: 1, borderLeft: 2, borderColor: 'divider', fontSize: '0.88rem' }}
      >
        {request.words}
      </Box>
      {before === after ? (
        <Typography variant="body2" color="textSecondary">
          {t('desk.unchanged')}
        </Typography>
      ) : (
        <WordDiff before={before} after={after} />
      )}
      <VerdictMoves request={request} />
      {onAccept && (
        <Box sx={{ mt: 1 }}>
          <Button
            variant={marked ? 'contained' : 'outlined'}
            startIcon={<CheckIcon />}
            loading={running === 'accept_item'}
            onClick={onAccept}
            aria-keyshortcuts={marked ? 'Control+Enter' : undefined}
          >
            {t('desk.accept_item')}
          </Button>
        </Box>
      )}
    </Card>
  );
}
