import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSpeech } from '../../shared/text.tsx';
import { PaletteOption } from './PaletteOption.tsx';
import { usePaletteItems } from './usePaletteItems.ts';

/** Goes to any place or application by its number or name; arrows choose, Enter opens. */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      maxWidth="sm"
      aria-label={useSpeech().t('palette.title')}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
    >
      {open && <PaletteBody onClose={onClose} />}
    </Dialog>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const { t } = useSpeech();
  const navigate = useNavigate();
  const listId = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const { items, searching } = usePaletteItems(words);
  const chosen = Math.min(at, items.length - 1);

  const go = (index: number) => {
    const item = items[index];
    if (!item) return;
    onClose();
    navigate(item.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined) setAt(Math.max(0, Math.min(items.length - 1, chosen + move)));
    else if (event.key === 'Enter') go(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <Box>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1,
          px: 2,
          py: 1,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <SearchIcon color="action" />
        <InputBase
          fullWidth
          autoFocus
          value={words}
          placeholder={t('palette.placeholder')}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(0);
          }}
          inputProps={{
            role: 'combobox',
            'aria-expanded': true,
            'aria-controls': listId,
            'aria-label': t('palette.placeholder'),
            'aria-activedescendant': items[chosen] ? `${listId}-${chosen}` : undefined,
          }}
        />
      </Box>
      <Box
        id={listId}
        role="listbox"
        aria-label={t('palette.title')}
        sx={{ maxHeight: 380, overflow: 'auto', p: 1 }}
      >
        {items.map((item, index) => (
          <PaletteOption
            key={item.to}
            id={`${listId}-${index}`}
            item={item}
            selected={index === chosen}
            onChoose={() => go(index)}
          />
        ))}
      </Box>
      <Typography
        variant="caption"
        color="textSecondary"
        role="status"
        sx={{ display: 'block', px: 2, pb: 1 }}
      >
        {searching ? t('common.loading') : items.length === 0 ? t('palette.nothing') : t('palette.help')}
      </Typography>
    </Box>
  );
}
