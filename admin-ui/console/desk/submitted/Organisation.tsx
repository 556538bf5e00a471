import { countryName } from '../../../shared/format.ts';
import { useSpeech } from '../../../shared/text.tsx';
import { Facts, Section } from '../Section.tsx';
import { useDesk } from '../state/desk-context.ts';

/** Who applies, and who answers for it. */
export function Organisation() {
  const { t, locale } = useSpeech();
  const { organisation: firm, responsible_person: person } = useDesk().dossier.form;
  return (
    <Section title={t('desk.organisation')}>
      <Facts
        rows={[
          [t('desk.legal_name'), `${firm.legal_name} (${t(`taxonomy.form.${firm.form}`)})`],
          [t('desk.trading_name'), firm.trading_name],
          [t('desk.register'), `${firm.register} ${firm.register_number}`],
          [t('desk.address'), `${firm.address}, ${countryName(firm.country, locale)}`],
          [t('desk.domain'), firm.web_domain],
          [t('desk.responsible'), `${person.name}, ${person.position}`],
          [t('desk.contact'), `${person.email} · ${person.phone}`],
        ]}
      />
    </Section>
  );
}
