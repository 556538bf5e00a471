import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useSpeech } from '../../../shared/text.tsx';

/** Adds a named member to a group; a name is given once. */
export function NewMember({ taken, onAdd }: { taken: readonly string[]; onAdd: (key: string) => void }) {
  const { t } = useSpeech();
  const [key, setKey] = useState('');
  const name = key.trim();
  const add = () => {
    onAdd(name);
    setKey('');
  };
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      <TextField
        label={t('rule_book.new_name')}
        value={key}
        error={taken.includes(name)}
        helperText={taken.includes(name) ? t('rule_book.taken') : undefined}
        onChange={(event) => setKey(event.target.value)}
      />
      <Button startIcon={<AddIcon />} disabled={name === '' || taken.includes(name)} onClick={add}>
        {t('rule_book.add')}
      </Button>
    </Box>
  );
}
