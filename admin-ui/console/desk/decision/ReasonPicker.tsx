import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import { useDesk } from '../state/desk-context.ts';
import { OneReason } from './OneReason.tsx';
import { codesFor, newReason, type ReasonDraft } from './reject-reasons.ts';

interface Props {
  reasons: readonly ReasonDraft[];
  onChange: (reasons: ReasonDraft[]) => void;
}

/** The reasons of a rejection, each with its citation. */
export function ReasonPicker({ reasons, onChange }: Props) {
  const { t } = useSpeech();
  const { dossier } = useDesk();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <Box sx={{ mb: 2 }}>
      {reasons.map((reason, index) => (
        <OneReason
          key={reason.key}
          reason={reason}
          onChange={(next) => onChange(reasons.map((one, at) => (at === index ? next : one)))}
          onRemove={() => onChange(reasons.filter((_, at) => at !== index))}
        />
      ))}
      <Button startIcon={<AddIcon />} variant="outlined" onClick={(event) => setAnchor(event.currentTarget)}>
        {t('composer.reject.add')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {codesFor(dossier).map((code) => (
          <MenuItem
            key={code}
            onClick={() => {
              setAnchor(null);
              onChange([...reasons, newReason(code)]);
            }}
          >
            {t(`reason.${code}`)}
          </MenuItem>
        ))}
      </Menu>
    </Box>
  );
}
