import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useSpeech } from '../../../shared/text.tsx';
import { useDesk } from '../state/desk-context.ts';
import { groundsFor, mayQuote, mustChoose, type ReasonDraft, restsOf } from './reject-reasons.ts';

interface Props {
  reason: ReasonDraft;
  onChange: (reason: ReasonDraft) => void;
  onRemove: () => void;
}

/** One reason: what it rests on, and the applicant's own words relied on. */
export function OneReason({ reason, onChange, onRemove }: Props) {
  const { t } = useSpeech();
  const { dossier } = useDesk();
  const rests = restsOf(reason.code);
  const grounds = groundsFor(reason.code, dossier);
  const chosen = rests ? grounds.find((ground) => ground.id === reason[rests]) : undefined;
  const nameOf = (id: string) => {
    if (rests !== 'claim_id') return t(`finding.${rests}.${id}`);
    const claim = dossier.claims.find((one) => one.id === id);
    return dossier.form.case_studies.find((one) => one.id === claim?.case_study_id)?.title ?? id;
  };
  return (
    <Card sx={{ p: 1.25, mb: 1, display: 'grid', gap: 1.25 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
        <Typography variant="subtitle2">{t(`reason.${reason.code}`)}</Typography>
        <IconButton size="small" aria-label={t('composer.reject.remove')} onClick={onRemove}>
          <DeleteIcon fontSize="small" />
        </IconButton>
      </Box>
      {rests && (
        <TextField
          select
          required={mustChoose(reason.code)}
          label={t(`composer.reject.rests.${mustChoose(reason.code) ? rests : 'any_criterion'}`)}
          value={reason[rests] ?? ''}
          onChange={(event) => onChange({ ...reason, [rests]: event.target.value, quote: undefined })}
        >
          {grounds.map((ground) => (
            <MenuItem key={ground.id} value={ground.id} disabled={!ground.usable}>
              {nameOf(ground.id)}
              {ground.usable ? '' : ` (${t('composer.reject.confirm_first')})`}
            </MenuItem>
          ))}
        </TextField>
      )}
      {chosen && chosen.quotes.length > 0 ? (
        <TextField
          select
          label={t('composer.reject.quote')}
          value={reason.quote ?? ''}
          onChange={(event) => onChange({ ...reason, quote: event.target.value })}
        >
          <MenuItem value="">{t('composer.reject.no_quote')}</MenuItem>
          {[...new Set(chosen.quotes)].map((quote) => (
            <MenuItem key={quote} value={quote} sx={{ whiteSpace: 'normal' }}>
              “{quote}”
            </MenuItem>
          ))}
        </TextField>
      ) : (
        <TextField
          multiline
          required={mayQuote(reason.code) && !chosen}
          label={t('composer.reject.quote')}
          value={reason.quote ?? ''}
          onChange={(event) => onChange({ ...reason, quote: event.target.value })}
        />
      )}
    </Card>
  );
}
