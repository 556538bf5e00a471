import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import { useChord } from '../../keys/useShortcuts.ts';
import { LiveEstimate } from '../what-if/Estimate.tsx';
import { BookContext } from './book-context.ts';
import { Field } from './Field.tsx';
import { partsOf, withMember } from './places.ts';
import { useNames } from './useNames.ts';

type Document = Record<string, unknown>;
interface Props {
  kind: string;
  document: Document;
  faults: readonly { pointer: string; code: string; params?: Record<string, unknown> }[];
  readOnly: boolean;
  saving: boolean;
  onSave: (document: Document) => void;
}

/** A rule book as a form; what is wrong stands at its place, and a broken draft is kept all the same. */
export function BookForm({ kind, document, faults, readOnly, saving, onSave }: Props) {
  const { t } = useSpeech();
  const [draft, setDraft] = useState(document);
  const [search, setSearch] = useState('');
  const { nameFor, helpOf, faultText } = useNames(kind);
  const changed = draft !== document;
  const save = () => onSave(draft);
  useChord('s', changed && !readOnly && !saving ? save : undefined);
  const book = useMemo(
    () => ({
      faults: faults.map((fault) => ({ at: fault.pointer, text: faultText(fault) })),
      readOnly,
      search: search.trim().toLowerCase(),
      helpOf,
      nameFor,
    }),
    [faults, readOnly, search, helpOf, nameFor, faultText],
  );
  return (
    <BookContext.Provider value={book}>
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'center', mb: 2 }}>
        <TextField
          type="search"
          label={t('rule_book.find')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          sx={{ minWidth: 260 }}
        />
        {!readOnly && (
          <>
            <Button variant="contained" disabled={!changed} loading={saving} onClick={save}>
              {t('rule_book.save')}
            </Button>
            <Typography variant="caption" color="textSecondary" role="status">
              {changed ? t('rule_book.unsaved') : t('rule_book.saved')}
            </Typography>
          </>
        )}
      </Box>
      {!readOnly && faults.length > 0 && (
        <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
          {t('rule_book.faults', { smart_count: faults.length })}
        </Alert>
      )}
      {!readOnly && kind === 'rubric' && <LiveEstimate document={draft} />}
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {partsOf(kind, draft, book.search).map(([key, value]) => (
          <Field
            key={key}
            name={key}
            pointer={`/${key}`}
            value={value}
            depth={0}
            onChange={(next) => setDraft((now) => withMember(now, key, next))}
          />
        ))}
      </Box>
    </BookContext.Provider>
  );
}
