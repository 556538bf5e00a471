import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { ToneChip } from '../../../shared/components/ToneChip.tsx';
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
import { Send } from './Send.tsx';

type Outcome = 'accept' | 'refuse' | 'open';
interface Choice {
  outcome: Outcome;
  reason?: string;
}
interface Content {
  channels: Record<string, Choice>;
  letter: LetterDraft;
}
const outcomes: readonly Outcome[] = ['accept', 'refuse', 'open'];

function wantsOf(content: Content, primary: string, input: LetterInput): string | null {
  const choices = Object.entries(content.channels);
  if (content.channels[primary]?.outcome !== 'accept') return 'composer.wants.primary';
  if (choices.some(([, one]) => one.outcome === 'refuse' && !one.reason?.trim()))
    return 'composer.wants.channel_reason';
  return letterWants(content.letter, input);
}

/** Approval, channel by channel, with its letter. */
export function Approve() {
  const { t } = useSpeech();
  const { dossier, run, compose } = useDesk();
  const primary = dossier.primary_channel ?? '';
  const { content, change, state } = useDraft<Content>('approve', () => ({
    channels: Object.fromEntries(
      dossier.channels.map((channel) => [channel, { outcome: 'accept' as const }]),
    ),
    letter: emptyLetter,
  }));
  const choose = (channel: string, choice: Choice) =>
    change({ ...content, channels: { ...content.channels, [channel]: choice } });
  const input = { kind: 'approve', channels: content.channels, locale: dossier.locale };
  const wants = wantsOf(content, primary, input);
  const send = async () => {
    const { subject, body } = content.letter;
    if (await run('approve', { channels: content.channels, letter: { subject, body } })) compose(null);
  };
  return (
    <Box>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {t('composer.approve.channels')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
        {dossier.channels.map((channel) => {
          const choice = content.channels[channel] ?? { outcome: 'open' as const };
          return (
            <Box key={channel} sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              <Typography variant="body2" sx={{ flex: '1 1 180px' }}>
                {t(`taxonomy.channel.${channel}`)}{' '}
                {channel === primary && (
                  <ToneChip tone="info" mark="★">
                    {t('desk.primary')}
                  </ToneChip>
                )}
              </Typography>
              <TextField
                select
                sx={{ width: 170 }}
                label={t('composer.approve.outcome')}
                value={choice.outcome}
                onChange={(event) => choose(channel, { ...choice, outcome: event.target.value as Outcome })}
              >
                {outcomes.map((outcome) => (
                  <MenuItem key={outcome} value={outcome}>
                    {t(`outcome.${outcome}`)}
                  </MenuItem>
                ))}
              </TextField>
              {choice.outcome === 'refuse' && (
                <TextField
                  fullWidth
                  required
                  label={t('composer.approve.why_refused')}
                  value={choice.reason ?? ''}
                  onChange={(event) => choose(channel, { ...choice, reason: event.target.value })}
                />
              )}
            </Box>
          );
        })}
      </Box>
      <LetterEditor
        input={input}
        letter={content.letter}
        onChange={(letter) => change({ ...content, letter })}
      />
      <Send
        command="approve"
        label={t('composer.approve.send')}
        wants={wants && t(wants)}
        draft={state}
        onSend={send}
      />
    </Box>
  );
}
