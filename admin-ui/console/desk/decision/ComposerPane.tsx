import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import { useDesk } from '../state/desk-context.ts';
import { Approve } from './Approve.tsx';
import { DeclineSecond } from './DeclineSecond.tsx';
import { Reject } from './Reject.tsx';
import { RequestChanges } from './RequestChanges.tsx';

/** Where a decision is written, beside what was submitted. Esc closes it; the draft stays. */
export function ComposerPane() {
  const { t } = useSpeech();
  const { composer, compose } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (composer) heading.current?.focus();
  }, [composer]);
  if (!composer) return null;
  return (
    <Box component="section" aria-labelledby="composer-title">
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', mb: 1 }}>
        <Typography id="composer-title" ref={heading} tabIndex={-1} variant="h2" sx={{ outline: 'none' }}>
          {t(`composer.${composer}.title`)}
        </Typography>
        <IconButton
          aria-label={t('composer.close')}
          title={t('composer.close')}
          onClick={() => compose(null)}
        >
          <CloseIcon />
        </IconButton>
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
        {t(`composer.${composer}.lead`)}
      </Typography>
      {composer === 'request_changes' && <RequestChanges />}
      {composer === 'approve' && <Approve />}
      {composer === 'reject' && <Reject />}
      {composer === 'decline_second' && <DeclineSecond />}
    </Box>
  );
}
