import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSpeech } from '../../../shared/text.tsx';
import { Section } from '../Section.tsx';
import { useDesk } from '../state/desk-context.ts';

/** Client references (M8): who can be asked. */
export function References() {
  const { t } = useSpeech();
  const { references } = useDesk().dossier.form;
  return (
    <Section title={t('desk.references')} aside={t('desk.count', { n: references.length })}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
        {references.map((one) => (
          <Box component="li" key={one.id}>
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {one.name}, {one.position}, {one.company}
            </Typography>
            <Typography variant="caption" color="textSecondary">
              {t(`taxonomy.relation.${one.relation}`)} · {one.email}
              {one.phone ? ` · ${one.phone}` : ''}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  );
}
