import CheckIcon from '@mui/icons-material/Check';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useState } from 'react';
import { useSpeech } from '../text.tsx';
import { tabular } from '../theme.ts';

/** A case number with a button that copies it. */
export function CaseNumber({ value, large }: { value: string; large?: boolean }) {
  const { t } = useSpeech();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25, whiteSpace: 'nowrap', ...tabular }}
    >
      <Box component="span" sx={{ fontWeight: large ? 600 : 500, fontSize: large ? '0.95rem' : 'inherit' }}>
        {value}
      </Box>
      <IconButton
        size="small"
        className="no-print"
        aria-label={t(copied ? 'common.copied' : 'common.copy_number', { number: value })}
        title={t(copied ? 'common.copied' : 'common.copy')}
        onClick={(event) => {
          event.preventDefault();
          event.stopPropagation();
          copy().catch(() => undefined);
        }}
        sx={{ p: 0.375 }}
      >
        {copied ? <CheckIcon sx={{ fontSize: 14 }} /> : <ContentCopyIcon sx={{ fontSize: 14 }} />}
      </IconButton>
    </Box>
  );
}
