import Typography from '@mui/material/Typography';
import { fieldText } from '../../../shared/problem-text.ts';
import { useSpeech } from '../../../shared/text.tsx';
import { Section } from '../Section.tsx';
import { useDesk } from '../state/desk-context.ts';
import { itemLabel } from '../state/items.ts';

/** What the form still lacks, item by item (M2). */
export function Missing() {
  const { t } = useSpeech();
  const { dossier } = useDesk();
  return (
    <Section title={t('desk.missing.title')}>
      {dossier.missing.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('desk.missing.none')}
        </Typography>
      ) : (
        <ul>
          {dossier.missing.map(({ item, code }) => (
            <li key={`${item}-${code}`}>
              {itemLabel(t, item, dossier.form)}: {fieldText(t, code)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
