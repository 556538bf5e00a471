import AddIcon from '@mui/icons-material/Add';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { type ComponentType, useState } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import { type FieldProps, useBook } from './book-context.ts';
import { NewMember } from './NewMember.tsx';
import { type Branch, blankOf, contains, isBranch, nameOf, under, withMember } from './places.ts';

interface Props {
  /** What shows a place; handed in, as places hold groups and groups hold places. */
  field: ComponentType<FieldProps>;
  label: string;
  help?: string;
  value: Branch;
  pointer: string;
  depth: number;
  onChange: (value: unknown) => void;
}

/** Members all of one shape can be added to and taken from; the parts of a form cannot. */
function isCollection(value: Branch): boolean {
  if (Array.isArray(value)) return true;
  const parts = Object.values(value);
  const shape = (part: unknown) => (Array.isArray(part) ? 'list' : typeof part);
  return parts.length > 4 && parts.every((part) => shape(part) === shape(parts[0]));
}

/** A group of places, closed until it is opened or holds what is searched for, so that a large book stays quick. */
export function Group({ field: Field, label, help, value, pointer, depth, onChange }: Props) {
  const { t } = useSpeech();
  const { faults, readOnly, search } = useBook();
  const [opened, setOpened] = useState(depth === 0 && Object.keys(value).length < 8);
  const wrong = faults.some(({ at }) => at === pointer || at.startsWith(`${pointer}/`));
  const entries = Object.entries(value).filter(([key, part]) => search === '' || contains(key, part, search));
  if (search !== '' && entries.length === 0 && !label.toLowerCase().includes(search)) return null;
  const open = opened || wrong || search !== '';
  const members = isCollection(value);
  const change = (key: string, next: unknown) => onChange(withMember(value, key, next));
  const own = faults.find(({ at }) => at === pointer)?.text;
  return (
    <Box
      component="details"
      open={open}
      sx={{ borderLeft: 2, borderColor: wrong ? 'error.main' : 'divider', pl: 1.5 }}
    >
      <Box
        component="summary"
        onClick={(event) => {
          event.preventDefault();
          setOpened(!open);
        }}
        sx={{ cursor: 'pointer', py: 0.5 }}
      >
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {label}
        </Typography>{' '}
        <Typography component="span" variant="caption" color="textSecondary">
          {t('rule_book.parts', { smart_count: Object.keys(value).length })}
        </Typography>
        {help && (
          <Typography variant="caption" component="div" color="textSecondary">
            {help}
          </Typography>
        )}
        {own && (
          <Typography variant="caption" component="div" color="error" role="alert">
            {own}
          </Typography>
        )}
      </Box>
      {open && (
        <Box sx={{ display: 'grid', gap: 1.5, py: 1 }}>
          {entries.map(([key, part]) => (
            <Box key={nameOf(key, part)} sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-start' }}>
              <Box sx={{ flexGrow: 1, minWidth: 0 }}>
                <Field
                  name={nameOf(key, part)}
                  pointer={under(pointer, key)}
                  value={part}
                  depth={depth + 1}
                  onChange={(next) => change(key, next)}
                />
              </Box>
              {members && !readOnly && (
                <IconButton
                  size="small"
                  aria-label={t('rule_book.remove', { name: nameOf(key, part) })}
                  onClick={() => change(key, undefined)}
                >
                  <DeleteIcon fontSize="small" />
                </IconButton>
              )}
            </Box>
          ))}
          {members && !readOnly && Array.isArray(value) && isBranch(value[0]) && (
            <Button
              startIcon={<AddIcon />}
              sx={{ justifySelf: 'start' }}
              onClick={() => onChange([...value, blankOf(value[0])])}
            >
              {t('rule_book.add')}
            </Button>
          )}
          {members && !readOnly && !Array.isArray(value) && (
            <NewMember
              taken={Object.keys(value)}
              onAdd={(key) => change(key, blankOf(Object.values(value)[0]))}
            />
          )}
        </Box>
      )}
    </Box>
  );
}
