import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSpeech } from '../../../shared/text.tsx';
import { useDesk } from '../state/desk-context.ts';
import { useDraft } from '../state/useDraft.ts';
import {
  emptyLetter,
  type LetterDraft,
  LetterEditor,
  type LetterInput,
  letterWants,
} from './LetterEditor.tsx';
import { ReasonPicker } from './ReasonPicker.tsx';
import { hasGround, type ReasonDraft } from './reject-reasons.ts';
import { Send } from './Send.tsx';

interface Content {
  reasons: ReasonDraft[];
  letter: LetterDraft;
}

function wantsOf({ reasons, letter }: Content, input: LetterInput): string | null {
  if (reasons.length === 0) return 'composer.wants.a_reason';
  if (reasons.some((reason) => !hasGround(reason))) return 'composer.wants.rests';
  return letterWants(letter, input);
}

/** Rejection by reason codes, each with what it rests on; nothing is chosen beforehand. */
export function Reject() {
  const { t } = useSpeech();
  const { dossier, run, compose } = useDesk();
  const { content, change, state } = useDraft<Content>('reject', () => ({
    reasons: [],
    letter: emptyLetter,
  }));
  const clean = content.reasons.map(({ key: _, ...reason }) =>
    Object.fromEntries(Object.entries(reason).filter(([, value]) => value !== '' && value !== undefined)),
  );
  const input = { kind: 'reject', reasons: clean, locale: dossier.locale };
  const wants = wantsOf(content, input);
  const send = async () => {
    const { subject, body } = content.letter;
    if (await run('reject', { reasons: clean, letter: { subject, body } })) compose(null);
  };
  return (
    <Box>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {t('composer.reject.reasons')}
      </Typography>
      <ReasonPicker reasons={content.reasons} onChange={(reasons) => change({ ...content, reasons })} />
      {content.reasons.length > 0 && (
        <LetterEditor
          input={input}
          letter={content.letter}
          onChange={(letter) => change({ ...content, letter })}
        />
      )}
      <Send
        command="reject"
        label={t('composer.reject.send')}
        wants={wants && t(wants)}
        draft={state}
        onSend={send}
        danger
      />
    </Box>
  );
}
