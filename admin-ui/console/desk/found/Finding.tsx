import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Collapse from '@mui/material/Collapse';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import type { Evidence } from '../../api/types.ts';
import { useDesk } from '../state/desk-context.ts';
import { Confirmation } from './Confirmation.tsx';
import { Judgement } from './Judgement.tsx';

interface Props {
  /** "criterion:…" or "flag:…". */
  name: string;
  title: string;
  chip: ReactNode;
  aside?: string;
  evidence: readonly Evidence[];
  /** What was looked for, or what the finding means. */
  means: string;
  /** Whether a person has to confirm it before a rejection may rest on it. */
  confirmable: boolean;
  /** What counts now: a verdict, `raised` or `lifted`. */
  verdict: string;
}

/** One finding: closed a line, open its evidence and what was looked for. Opening it lights its evidence at the left. */
export function Finding({ name, title, chip, aside, evidence, means, confirmable, verdict }: Props) {
  const { t } = useSpeech();
  const { finding, pick } = useDesk();
  const open = finding === name;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView?.({ block: 'nearest' });
  }, [open]);
  const contentId = `finding-${name.replace(':', '-')}`;
  return (
    <Box
      ref={row}
      sx={(theme) => ({
        borderLeft: `3px solid ${open ? theme.palette.primary.main : 'transparent'}`,
        backgroundColor: open ? theme.palette.sunken : 'transparent',
        borderRadius: 0.5,
        scrollMargin: '60px',
      })}
    >
      <ButtonBase
        aria-expanded={open}
        aria-controls={contentId}
        onClick={() => pick(open ? null : name)}
        sx={{
          display: 'flex',
          width: '100%',
          gap: 1,
          px: 1,
          py: 0.625,
          justifyContent: 'flex-start',
          textAlign: 'left',
        }}
      >
        {chip}
        <Box component="span" sx={{ flexGrow: 1, fontSize: '0.86rem', fontWeight: open ? 650 : 500 }}>
          {title}
        </Box>
        {aside && (
          <Box component="span" sx={{ fontSize: '0.74rem', color: 'text.secondary', whiteSpace: 'nowrap' }}>
            {aside}
          </Box>
        )}
      </ButtonBase>
      <Collapse in={open} id={contentId} timeout={120} unmountOnExit>
        <Box sx={{ px: 1.25, pb: 1.25 }}>
          <Typography variant="body2" color="textSecondary">
            {means}
          </Typography>
          {evidence.map((one) => (
            <Box
              component="blockquote"
              key={`${one.field}-${one.start}-${one.end}-${one.rule}`}
              sx={{ m: 0, mt: 0.75, pl: 1, borderLeft: 2, borderColor: 'divider', fontSize: '0.84rem' }}
            >
              “{one.quote}”
              <Typography variant="caption" color="textSecondary" component="div">
                {t(`desk.field.${one.field}`)} · {one.rule}
              </Typography>
            </Box>
          ))}
          {confirmable && <Confirmation finding={name} />}
          <Judgement finding={name} verdict={verdict} />
        </Box>
      </Collapse>
    </Box>
  );
}
