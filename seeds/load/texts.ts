import type { ApplicationForm, Locale } from '../../server/applications/schema/form.ts';
import type { Channel, Region } from '../../server/kernel/taxonomy.ts';
import { oneOf, randomFrom } from './random.ts';
import german from './sentences-de.json' with { type: 'json' };
import english from './sentences-en.json' with { type: 'json' };

/** How many different texts there are; the load's applications share them, so each is read once. */
export const textCount = 6_000;

export type Quality = 'strong' | 'gap' | 'weak';

/** Everything the reading of a statement depends on. */
export interface Text {
  index: number;
  locale: Locale;
  quality: Quality;
  channels: Channel[];
  regions: Region[];
  statement: string;
  sourcing: ApplicationForm['sourcing'];
}

type Way = 'outbound' | 'inbound' | 'partner' | 'event';
type Book = typeof english;

const ways: Record<Channel, Way> = {
  cold_email_outbound: 'outbound',
  linkedin_outbound: 'outbound',
  paid_search: 'inbound',
  content_seo_inbound: 'inbound',
  paid_social: 'inbound',
  affiliate_partnership: 'partner',
  event_webinar: 'event',
};

const channelSets: readonly Channel[][] = [
  ['cold_email_outbound'],
  ['cold_email_outbound', 'linkedin_outbound'],
  ['linkedin_outbound'],
  ['paid_search'],
  ['paid_search', 'content_seo_inbound'],
  ['content_seo_inbound'],
  ['paid_social'],
  ['affiliate_partnership'],
  ['event_webinar'],
  ['event_webinar', 'content_seo_inbound'],
];

const regionSets: readonly Region[][] = [
  ['uk'],
  ['eu'],
  ['us'],
  ['eu', 'uk'],
  ['us', 'us_ca'],
  ['ca'],
  ['eu'],
  ['uk', 'other'],
];

const germanBook: Book = {
  ...english,
  ...german,
  scope: { ...english.scope, eu: german.scope.eu },
  basis: { ...german.basis, canada: [] },
} as Book;

function fill(random: () => number, sentence: string, pools: Record<string, string[]>): string {
  const filled = sentence.replace(/\{(\w+)\}/g, (_, name: string) => oneOf(random, pools[name] ?? ['']));
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

/** The qualities in a cycle of ten, about as they arrive: half sound, some with one gap, few hopeless. */
const qualities: readonly Quality[] = [
  'strong',
  'gap',
  'strong',
  'weak',
  'strong',
  'gap',
  'strong',
  'strong',
  'gap',
  'weak',
];

/** Text number `index` of `textCount`: a statement and its sourcing answers for one set of channels and regions. */
function compose(index: number): Text {
  const random = randomFrom(index);
  const quality = qualities[index % qualities.length] ?? 'strong';
  const channels = channelSets[Math.floor(index / 10) % channelSets.length] ?? ['cold_email_outbound'];
  const regions = regionSets[Math.floor(index / 100) % regionSets.length] ?? ['uk'];
  const locale: Locale = regions.length === 1 && regions[0] === 'eu' && random() < 0.7 ? 'de' : 'en';
  const book = locale === 'de' ? germanBook : english;
  const way = ways[channels[0] ?? 'cold_email_outbound'];
  const side = way === 'outbound' ? 'outbound' : 'inbound';
  const say = (list: readonly string[]) =>
    list.length === 0 ? '' : fill(random, oneOf(random, list), book.pools);

  const scope = [
    ...regions.map((region) => say(book.scope[region] ?? [])),
    regions.length > 1 ? say(book.scope.several) : '',
  ];
  const rules =
    regions.includes('ca') && side === 'outbound' ? say(book.basis.canada) : say(book.basis[side]);
  const channelRules = [
    channels.includes('cold_email_outbound') ? say(book.email) : '',
    channels.includes('linkedin_outbound') ? say(book.social) : '',
    channels.includes('paid_social') ? say(book.lead_ads) : '',
    channels.includes('affiliate_partnership') ? say(book.partner_checks) : '',
    side === 'inbound' ? say(book.consent) : '',
  ];
  const leaving = [say(book.optout), say(book.suppression)];
  const keeping = [say(book.rights), say(book.retention), say(book.security), say(book.processors)];
  const excluded = say(book.excluded[side]);
  const bought = random() < 0.6;
  const left = Math.floor(random() * 3);

  const paragraphs =
    quality === 'weak'
      ? [
          [say(book.opening[way]), say(book.vague)],
          [bought ? say(book.purchased) : say(book.vague), say(book.denied)],
          [say(book.extras), random() < 0.5 ? say(book.security) : ''],
        ]
      : [
          [say(book.opening[way]), ...(quality === 'gap' && left === 0 ? [say(book.vague)] : scope)],
          [rules, say(book.notice)],
          channelRules,
          leaving,
          [...(quality === 'gap' && left === 1 ? [say(book.vague)] : keeping), say(book.extras)],
          [quality === 'gap' && left === 2 ? say(book.extras) : excluded],
        ];
  const origin = quality === 'weak' ? (bought ? 'purchased' : 'vague') : way;
  const plain = quality === 'weak';
  return {
    index,
    locale,
    quality,
    channels,
    regions,
    statement: paragraphs
      .map((sentences) => sentences.filter((sentence) => sentence !== '').join(' '))
      .filter((paragraph) => paragraph !== '')
      .join('\n\n'),
    sourcing: {
      description: say(book.sourcing[origin]),
      where_from: say(book.sourcing[origin]),
      how_current: plain ? say(book.answers.plain) : say(book.answers.how_current),
      consent: plain ? say(book.answers.plain) : say(book.answers[`consent_${side}`]),
      safeguards: plain ? say(book.answers.plain) : say(book.answers.safeguards),
      walk_through: plain ? say(book.answers.plain) : say(book.answers[`walk_${side}`]),
    },
  };
}

const composed: (Text | undefined)[] = new Array(textCount);

export function textAt(index: number): Text {
  const kept = composed[index];
  if (kept) return kept;
  const text = compose(index);
  composed[index] = text;
  return text;
}
