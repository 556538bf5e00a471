import type { ApplicationForm, CaseStudy, Locale } from '../../server/applications/schema/form.ts';
import type { Channel } from '../../server/kernel/taxonomy.ts';
import { figuresAt, figuresPerChannel } from './figures.ts';
import { firmAt, firmName, mailName, personName } from './firms.ts';
import { randomFrom } from './random.ts';
import { textAt, textCount } from './texts.ts';

export interface LoadApplication {
  n: number;
  locale: Locale;
  form: ApplicationForm;
  /** The text of `texts.ts` it uses: equal numbers have equal readings. */
  text: number;
  /** The figures of each case study in `figures.ts`: equal numbers of one channel have equal verdicts. */
  figures: number[];
}

const spreadMilliseconds = 100 * 86_400_000;

/** When the application at this place of a load of `count` was submitted: evenly over the last hundred days, oldest first. */
export const submittedAt = (place: number, count: number, now: number): number =>
  Math.floor(now - 60_000 - (spreadMilliseconds * (count - 1 - place)) / count);

function caseStudy(random: () => number, channel: Channel, index: number, position: number): CaseStudy {
  const figures = figuresAt(channel, index);
  const client = firmName(random);
  return {
    id: `cs-${position}`,
    title: `${figures.campaign_objective} for ${client}`,
    client_name: client,
    client_relation: position === 1 ? 'current' : 'former',
    summary: `${figures.lead_count} leads in six months for ${client}; ${figures.qualified_lead_rate} percent were qualified by the client.`,
    figures,
    file_ids: [],
  };
}

function reference(random: () => number, n: number, position: number, company: string) {
  const name = personName(random);
  return {
    id: `ref-${position}`,
    name,
    company,
    position: 'Head of sales',
    email: `${mailName(name)}@${mailName(company)}-${n}.example`,
    relation: position === 1 ? ('current' as const) : ('former' as const),
  };
}

/** Application number n of a load, n from 0: the same on every machine, complete and ready to be submitted. */
export function generateApplication(n: number): LoadApplication {
  const random = randomFrom(n + 1_000_003);
  const text = textAt((n * 7_919) % textCount);
  const primary = text.channels[0] ?? 'cold_email_outbound';
  const figures = [0, 1].map(() => Math.floor(random() * figuresPerChannel));
  const studies = figures.map((index, position) => caseStudy(random, primary, index, position + 1));
  return {
    n,
    locale: text.locale,
    text: text.index,
    figures,
    form: {
      ...firmAt(random, n, text.regions, text.locale === 'de'),
      offer: {
        channels: text.channels,
        primary_channel: primary,
        regions: text.regions,
        other_countries: text.regions.includes('other') ? ['AU'] : [],
        verticals: [...new Set(studies.map((study) => study.figures.vertical))],
        icp_sizes: [...new Set(studies.map((study) => study.figures.icp.size))],
        engagement_models: ['retainer'],
      },
      case_studies: studies,
      statement: text.statement,
      sourcing: text.sourcing,
      references: studies.map((study, index) => reference(random, n, index + 1, study.client_name)),
      lead_to_opportunity:
        random() < 0.2
          ? { answer: 'declined' }
          : { answer: 'rate', rate: Math.round(50 + random() * 200) / 10 },
      confirmed: true,
    },
  };
}
