import Box from '@mui/material/Box';
import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react';
import { useSpeech } from '../../../shared/text.tsx';
import { type Mark, nextFinding, segmentsOf } from '../state/segments.ts';
import type { toneOfFinding } from './finding-tone.ts';

interface Props {
  text: string;
  marks: readonly Mark[];
  finding: string | null;
  onPick: (finding: string) => void;
  /** Tone of a finding: of its verdict or severity. */
  tones: Readonly<Record<string, ReturnType<typeof toneOfFinding>>>;
}

/** A submitted text exactly as it came, with the stretches that findings rest on; picking one opens its finding. */
export const Highlighted = memo(function Highlighted({ text, marks, finding, onPick, tones }: Props) {
  const { t } = useSpeech();
  const segments = useMemo(() => segmentsOf(text, marks), [text, marks]);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (finding === null) return;
    const lit = root.current?.querySelector('[data-lit="true"]');
    lit?.scrollIntoView?.({ block: 'nearest', behavior: 'smooth' });
  }, [finding]);
  return (
    <Box
      ref={root}
      sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: 1.75, fontSize: '0.94rem' }}
    >
      {segments.map((segment) => {
        if (segment.findings.length === 0) return <span key={segment.start}>{segment.text}</span>;
        const lit = finding !== null && segment.findings.includes(finding);
        const tone = tones[lit ? finding : (segment.findings[0] ?? '')] ?? 'neutral';
        const pick = () => {
          const next = nextFinding(segment.findings, lit ? finding : null);
          if (next) onPick(next);
        };
        const onKeyDown = (event: KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          pick();
        };
        return (
          <Box
            key={segment.start}
            component="mark"
            role="button"
            tabIndex={0}
            data-lit={lit}
            aria-pressed={lit}
            title={segment.findings.map((name) => t(`finding.${name.replace(':', '.')}`)).join(' · ')}
            onClick={pick}
            onKeyDown={onKeyDown}
            sx={(theme) => ({
              color: 'inherit',
              cursor: 'pointer',
              borderRadius: '2px',
              scrollMargin: '90px',
              backgroundColor: lit ? theme.palette.tone[tone].bg : 'transparent',
              borderBottom: `${lit ? 2 : 1}px ${segment.findings.length > 1 ? 'double' : 'solid'} ${theme.palette.tone[tone].line}`,
              boxShadow: lit ? `0 0 0 2px ${theme.palette.tone[tone].bg}` : 'none',
              '&:hover': { backgroundColor: theme.palette.tone[tone].bg },
              '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: 1 },
            })}
          >
            {segment.text}
          </Box>
        );
      })}
    </Box>
  );
});
