import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { fieldText, problemOf } from '../../../shared/problem-text.ts';
import { useSpeech } from '../../../shared/text.tsx';
import { useDesk } from '../state/desk-context.ts';
import { QuotedWords } from './QuotedWords.tsx';
import {
  cleaned,
  openPlaces,
  type SheetAsked,
  type SheetDraft,
  startFrom,
  type Verdict,
  verdicts,
} from './sheet-draft.ts';

/** The sheet of the rubric filled by hand: a verdict for each criterion, with the words it rests on. */
export function SheetForm({ asked }: { asked: SheetAsked }) {
  const { t } = useSpeech();
  const { run, running, problem } = useDesk();
  const [draft, setDraft] = useState<SheetDraft>(() => startFrom(asked));
  const faults = problem ? (problemOf(problem).errors ?? []) : [];
  const faultAt = (pointer: string) => {
    const found = faults.find((one) => one.pointer === pointer);
    return found && fieldText(t, found.code, found.params);
  };
  const judge = (id: string, change: { verdict?: Verdict; quote?: string }) =>
    setDraft((now) => {
      const verdict = change.verdict ?? now.verdicts[id]?.verdict;
      if (!verdict) return now;
      const quote = change.quote ?? now.verdicts[id]?.quote;
      return { ...now, verdicts: { ...now.verdicts, [id]: { verdict, ...(quote ? { quote } : {}) } } };
    });
  const flag = (id: string, quote: string | null) =>
    setDraft((now) => {
      const { [id]: _, ...others } = now.flags;
      return { ...now, flags: quote === null ? others : { ...others, [id]: { quote } } };
    });
  const open = openPlaces(asked, draft);
  const unraised = asked.red_flags.filter(({ id }) => !draft.flags[id]);
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        run('fill_sheet', cleaned(draft));
      }}
      sx={{ display: 'grid', gap: 2 }}
    >
      {asked.criteria.map(({ id, core, optional }) => (
        <Box key={id} sx={{ display: 'grid', gap: 1 }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {t(`finding.criterion.${id}`)}
            {core ? ` · ${t('desk.core')}` : ''}
            {optional ? ` · ${t('sheet.optional')}` : ''}
          </Typography>
          <Typography variant="caption" color="textSecondary">
            {t(`rubric.looked_for.${id}`)}
          </Typography>
          <TextField
            select
            label={t('override.verdict')}
            value={draft.verdicts[id]?.verdict ?? ''}
            error={faultAt(`/verdicts/${id}`) !== undefined}
            helperText={faultAt(`/verdicts/${id}`)}
            onChange={(event) => judge(id, { verdict: event.target.value as Verdict })}
            sx={{ maxWidth: 260 }}
          >
            {verdicts.map((one) => (
              <MenuItem key={one} value={one}>
                {t(`verdict.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          {draft.verdicts[id] && draft.verdicts[id].verdict !== 'missing' && (
            <QuotedWords
              quote={draft.verdicts[id].quote ?? ''}
              fault={faultAt(`/verdicts/${id}/quote`)}
              onQuote={(quote) => judge(id, { quote })}
            />
          )}
        </Box>
      ))}
      <Typography variant="h3">{t('desk.flags')}</Typography>
      {Object.entries(draft.flags).map(([id, { quote }]) => (
        <Box key={id} sx={{ display: 'grid', gap: 1 }}>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center' }}>
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {t(`finding.flag.${id}`)}
            </Typography>
            <Button color="inherit" onClick={() => flag(id, null)}>
              {t('sheet.lower')}
            </Button>
          </Box>
          <QuotedWords
            quote={quote}
            fault={faultAt(`/flags/${id}/quote`)}
            onQuote={(next) => flag(id, next)}
          />
        </Box>
      ))}
      <TextField
        select
        label={t('sheet.raise')}
        value=""
        onChange={(event) => flag(event.target.value, '')}
        sx={{ maxWidth: 360 }}
      >
        {unraised.map(({ id }) => (
          <MenuItem key={id} value={id}>
            {t(`finding.flag.${id}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
        <Button type="submit" variant="contained" disabled={open > 0} loading={running === 'fill_sheet'}>
          {t('sheet.send')}
        </Button>
        <Typography variant="body2" color="textSecondary" role="status">
          {open > 0 ? t('sheet.open', { smart_count: open }) : ''}
        </Typography>
      </Box>
    </Box>
  );
}
