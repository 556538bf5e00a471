import { countryName } from '../../../shared/format.ts';
import { useSpeech } from '../../../shared/text.tsx';
import { Facts, Section } from '../Section.tsx';
import { useDesk } from '../state/desk-context.ts';

/** What the applicant offers: channels with the primary one, regions, verticals. */
export function Offer() {
  const { t, locale } = useSpeech();
  const { offer, lead_to_opportunity: rate } = useDesk().dossier.form;
  const others = offer.channels.filter((channel) => channel !== offer.primary_channel);
  const regions = offer.regions.map((region) =>
    region === 'other'
      ? offer.other_countries.map((code) => countryName(code, locale)).join(', ')
      : t(`taxonomy.region.${region}`),
  );
  const verticals = offer.verticals.map((vertical) =>
    vertical === 'other' ? (offer.vertical_other ?? '') : t(`taxonomy.vertical.${vertical}`),
  );
  return (
    <Section title={t('desk.offer')}>
      <Facts
        rows={[
          [t('desk.primary_channel'), t(`taxonomy.channel.${offer.primary_channel}`)],
          [t('desk.other_channels'), others.map((one) => t(`taxonomy.channel.${one}`)).join(', ') || '–'],
          [t('desk.regions'), regions.join(', ')],
          [t('desk.verticals'), verticals.join(', ')],
          [t('desk.icp'), offer.icp_sizes.map((size) => t(`taxonomy.icp.${size}`)).join(', ')],
          [
            t('desk.models'),
            offer.engagement_models.map((model) => t(`taxonomy.engagement.${model}`)).join(', '),
          ],
          [t('desk.lead_to_opportunity'), rate.answer === 'declined' ? t('desk.declined') : `${rate.rate} %`],
        ]}
      />
    </Section>
  );
}
