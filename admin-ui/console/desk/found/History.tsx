import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { When } from '../../../shared/components/When.tsx';
import { useSpeech } from '../../../shared/text.tsx';
import type { HistoryEvent } from '../../api/types.ts';
import { actorName, eventTitle } from '../../log/words.ts';
import { Section } from '../Section.tsx';
import { useDesk } from '../state/desk-context.ts';
import { Mails } from './Mails.tsx';

// An event may also say which person something went to; states are words, ids are not.
const isState = (value: unknown): value is string => typeof value === 'string' && /^[a-z_]+$/.test(value);

function Entry({ event }: { event: HistoryEvent }) {
  const { t } = useSpeech();
  const texts = Object.entries(event.texts ?? {}).filter(([, text]) => text);
  const from = event.data.from;
  const to = event.data.to;
  return (
    <Box component="li" sx={{ pb: 1.25, pl: 1.5, borderLeft: 1, borderColor: 'divider' }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {eventTitle(t, event.type)}
      </Typography>
      <Typography variant="caption" color="textSecondary" component="div">
        {actorName(t, event.actor)} · <When at={event.at} />
        {isState(from) && isState(to) && from !== to
          ? ` · ${t(`state.${from}`, { _: from })} → ${t(`state.${to}`, { _: to })}`
          : ''}
      </Typography>
      {texts.map(([name, text]) => (
        <Typography key={name} variant="body2" sx={{ whiteSpace: 'pre-wrap', mt: 0.25 }}>
          “{text}”
        </Typography>
      ))}
    </Box>
  );
}

/** Every event with who, when and why, the newest first; and the letters that went out. */
export function History() {
  const { t } = useSpeech();
  const { dossier } = useDesk();
  const events = [...dossier.history].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <>
      <Mails />
      <Section title={t('desk.history')}>
        <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {events.map((event) => (
            <Entry key={event.id} event={event} />
          ))}
        </Box>
      </Section>
    </>
  );
}
