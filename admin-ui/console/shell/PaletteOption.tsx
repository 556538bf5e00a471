import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { PaletteItem } from './usePaletteItems.ts';

interface Props {
  id: string;
  item: PaletteItem;
  selected: boolean;
  onChoose: () => void;
}

/** One line of the palette; the keyboard stays in the search box. */
export function PaletteOption({ id, item, selected, onChoose }: Props) {
  return (
    <Box
      id={id}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
      sx={{
        display: 'flex',
        gap: 1.5,
        alignItems: 'baseline',
        px: 1.5,
        py: 0.75,
        borderRadius: 1,
        cursor: 'pointer',
        backgroundColor: selected ? 'action.selected' : 'transparent',
        '&:hover': { backgroundColor: 'action.hover' },
      }}
    >
      <Typography variant="body2" sx={{ fontWeight: 600, flexGrow: 1 }}>
        {item.title}
      </Typography>
      <Typography variant="caption" color="textSecondary" noWrap>
        {item.detail}
      </Typography>
    </Box>
  );
}
