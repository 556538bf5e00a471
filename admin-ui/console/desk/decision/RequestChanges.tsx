import AddIcon from '@mui/icons-material/Add';
import AutoIcon from '@mui/icons-material/PlaylistAddOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useRef } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import { useDesk } from '../state/desk-context.ts';
import { itemLabel, itemsOf } from '../state/items.ts';
import { useDraft } from '../state/useDraft.ts';
import { type Asked, AskedItem } from './AskedItem.tsx';
import { LetterPreview } from './LetterPreview.tsx';
import { Send } from './Send.tsx';
import { useGapWords } from './useGapWords.ts';

interface Content {
  requests: Asked[];
}

/** Asks for changes item by item; the applicant's link reopens exactly these. */
export function RequestChanges() {
  const { t } = useSpeech();
  const { dossier, run, compose } = useDesk();
  const { content, change, state } = useDraft<Content>('request_changes', () => ({ requests: [] }));
  const { requests } = content;
  const newest = useRef<HTMLTextAreaElement>(null);
  const gapWords = useGapWords(dossier);
  const taken = new Set(requests.map((one) => one.item));
  const left = itemsOf(dossier.form).filter((item) => !taken.has(item));
  const set = (next: Asked[]) => change({ requests: next });
  const wants =
    requests.length === 0
      ? t('composer.wants.an_item')
      : requests.some((one) => one.words.trim() === '')
        ? t('composer.wants.words')
        : null;
  const clean = requests.map(({ item, words }) => ({ item, words: words.trim() }));
  const send = async () => {
    if (await run('request_changes', { requests: clean })) compose(null);
  };
  return (
    <Box>
      {requests.map((asked) => (
        <AskedItem
          key={asked.item}
          asked={asked}
          label={itemLabel(t, asked.item, dossier.form)}
          onChange={(words) =>
            set(requests.map((one) => (one.item === asked.item ? { ...one, words } : one)))
          }
          fieldRef={asked === requests.at(-1) ? newest : undefined}
          onRemove={() => set(requests.filter((one) => one.item !== asked.item))}
        />
      ))}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mb: 2 }}>
        <TextField
          select
          label={t('composer.request_changes.add')}
          value=""
          sx={{ minWidth: 220 }}
          onChange={(event) => set([...requests, { item: event.target.value, words: '' }])}
          slotProps={{
            input: { startAdornment: <AddIcon fontSize="small" /> },
            // While the menu closes it keeps the focus to itself; then it goes to the field of the new item.
            select: {
              MenuProps: {
                disableRestoreFocus: true,
                slotProps: { transition: { onExited: () => newest.current?.focus() } },
              },
            },
          }}
        >
          {left.map((item) => (
            <MenuItem key={item} value={item}>
              {itemLabel(t, item, dossier.form)}
            </MenuItem>
          ))}
        </TextField>
        {gapWords !== '' && !taken.has('statement') && (
          <Button
            variant="outlined"
            startIcon={<AutoIcon />}
            onClick={() => set([{ item: 'statement', words: gapWords }, ...requests])}
          >
            {t('composer.request_changes.from_gaps')}
          </Button>
        )}
      </Box>
      {wants === null && (
        <LetterPreview input={{ kind: 'request_changes', requests: clean, locale: dossier.locale }} />
      )}
      <Send
        command="request_changes"
        label={t('composer.request_changes.send', { smart_count: requests.length })}
        wants={wants}
        draft={state}
        onSend={send}
      />
    </Box>
  );
}
