import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { channels } from '../../../server/kernel/taxonomy.ts';
import { useSpeech } from '../../shared/text.tsx';
import { useDraft, useValue } from '../draft/hooks.tsx';
import { OneOf } from '../fields/Choices.tsx';
import { useField } from '../fields/FieldFrame.tsx';
import { Group } from '../fields/Group.tsx';
import { useOptions } from '../fields/options.ts';
import { Pill } from '../fields/Pill.tsx';

/** The channels on offer, and exactly one of them as the primary one. */
export function Channels() {
  const { t } = useSpeech();
  const field = useField('offer.channels');
  const draft = useDraft();
  const [chosen = [], change] = useValue<string[]>('offer.channels');
  const [primary, choosePrimary] = useValue<string>('offer.primary_channel');
  const options = useOptions('channel', channels);
  const toggle = (channel: string, on: boolean) => {
    const next = channels.filter((one) => (one === channel ? on : chosen.includes(one)));
    change(next);
    draft.touch('offer.channels');
    if (next.length === 1) choosePrimary(next[0] ?? null);
    else if (primary && !next.some((one) => one === primary)) choosePrimary(null);
  };
  return (
    <>
      <Group path="offer.channels" field={field}>
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 1 }}>
          {options.map(({ value, label }) => (
            <Pill
              key={value}
              wide
              type="checkbox"
              name={field.id}
              checked={chosen.includes(value)}
              onChange={(on) => toggle(value, on)}
            >
              <Box component="span" sx={{ fontWeight: 600, display: 'block' }}>
                {label}
              </Box>
              <Typography component="span" variant="caption" color="textSecondary">
                {t(`portal.channel.${value}`)}
              </Typography>
            </Pill>
          ))}
        </Box>
      </Group>
      {chosen.length > 0 && (
        <OneOf path="offer.primary_channel" options={options.filter(({ value }) => chosen.includes(value))} />
      )}
    </>
  );
}
