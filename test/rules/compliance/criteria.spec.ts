import { describe, expect, it } from 'vitest';
import type { StatementInput, Verdict } from '../../../server/compliance/reader/types.ts';
import { book, read } from './reading.ts';

type Row = [verdict: Verdict, statement: string, given?: Partial<StatementInput>];

const linkedin: Partial<StatementInput> = { channels: ['linkedin_outbound'] };
const inbound: Partial<StatementInput> = {
  channels: ['content_seo_inbound'],
  data_sourcing: 'Our own web forms.',
};
const us: Partial<StatementInput> = { regions: ['us'] };
const two: Partial<StatementInput> = { regions: ['eu', 'us'] };

const ROWS: Record<string, Row[]> = {
  regulatory_scope: [
    ['met', 'We operate under the GDPR.'],
    ['met', 'Wir halten uns an die DSGVO und das UWG.'],
    ['partial', 'We comply with the GDPR.', two],
    ['missing', 'We write friendly mails with an unsubscribe link.'],
    ['contradicted', 'The GDPR does not apply to us.'],
  ],
  region_handling: [
    ['met', 'GDPR and CAN-SPAM apply. A country field decides which template is used.', two],
    ['missing', 'GDPR and CAN-SPAM apply to our mails.', two],
    ['contradicted', 'All recipients are treated exactly the same, whatever their country.', two],
  ],
  lawful_basis: [
    ['met', 'Our legal basis is legitimate interests.'],
    ['met', 'Nous prospectons sur le fondement de l\u2019int\u00e9r\u00eat l\u00e9gitime de notre client.'],
    ['partial', 'Our basis is usually legitimate interests.'],
    ['missing', 'We are careful with data.'],
    ['contradicted', 'No legal basis is needed for business mail.'],
  ],
  li_assessment: [
    ['met', 'For each campaign a written balancing test is filed.'],
    [
      'met',
      'Pour chaque mission, nous r\u00e9digeons une mise en balance \u00e9crite de nos int\u00e9r\u00eats.',
    ],
    ['missing', 'We rely on legitimate interests.'],
  ],
  transparency_notice: [
    ['met', 'The first email says who we are, where we found the address and how to object.'],
    ['partial', 'The first email says who we are.'],
    ['missing', 'We rely on legitimate interests.'],
  ],
  source_disclosure: [
    ['met', 'GDPR applies.', { data_sourcing: 'Companies House and company websites.' }],
    ['partial', 'GDPR applies.', { data_sourcing: 'Several databases and public sources.' }],
    ['missing', 'GDPR applies.', { data_sourcing: 'Confidential.' }],
  ],
  source_records: [
    [
      'met',
      'GDPR applies.',
      { data_sourcing: 'Company websites. The source URL and the date are stored per contact.' },
    ],
    ['partial', 'GDPR applies.', { data_sourcing: 'Company websites; the link is saved.' }],
    ['missing', 'GDPR applies.', { data_sourcing: 'Company websites.' }],
  ],
  third_party_verification: [
    [
      'met',
      'We draw a random sample of 50 records each month and trace them to the source. The contract gives us audit rights over the vendor.',
      { data_sourcing: 'Cognism exports.' },
    ],
    ['partial', 'The vendor warrants that its data is lawful.', { data_sourcing: 'Cognism exports.' }],
    ['missing', 'GDPR applies.', { data_sourcing: 'Cognism exports.' }],
  ],
  consent_records: [
    [
      'met',
      'Consent is our basis. We store timestamp, IP and the wording of the form for each consent.',
      inbound,
    ],
    ['partial', 'The consent is stored by the platform.', inbound],
    ['missing', 'Our forms are short.', inbound],
    ['contradicted', 'The consent box is pre-ticked.', inbound],
  ],
  opt_out_mechanism: [
    ['met', 'Each email has an unsubscribe link that takes effect at once.'],
    ['met', 'Cada correo lleva un enlace de baja que surte efecto de inmediato en todos los env\u00edos.'],
    ['partial', 'Each email has an unsubscribe link.'],
    ['missing', 'We follow the GDPR.'],
    ['contradicted', 'We ignore unsubscribe requests.'],
  ],
  suppression_list: [
    ['met', 'Objectors enter a suppression list for all clients, checked before each send.'],
    ['partial', 'We keep a do-not-contact list.'],
    ['missing', 'Each email has an unsubscribe link.'],
  ],
  email_rules: [
    ['met', 'Every email shows the real sender name and our postal address.'],
    ['partial', 'Every email shows our postal address.'],
    ['missing', 'We follow the GDPR.'],
    ['contradicted', 'We use fake "Re:" subject lines.'],
  ],
  voice_sms_rules: [
    [
      'met',
      'We call prospects between 9 am and 5 pm local time and scrub numbers against the DNC registry.',
      us,
    ],
    ['missing', 'We follow up with three phone calls.', us],
    ['contradicted', 'An AI voice calls people around the clock.', us],
  ],
  social_platform_rules: [
    ['met', 'All messages are written by hand from real profiles of our staff.', linkedin],
    ['partial', 'We respect the LinkedIn user agreement.', linkedin],
    ['missing', 'GDPR applies.', linkedin],
    ['contradicted', 'Our fake profiles on LinkedIn work well.', linkedin],
  ],
  data_subject_rights: [
    ['met', 'Access and erasure requests are answered within one month.'],
    ['partial', 'People can ask us for access or deletion.'],
    ['missing', 'We follow the GDPR.'],
  ],
  retention: [
    ['met', 'Contacts without a reply are deleted after 9 months.'],
    ['met', 'Kontakte ohne Reaktion l\u00f6schen wir nach sechs Monaten aus unserer Datenbank.'],
    ['partial', 'We keep data as long as necessary.'],
    ['missing', 'We follow the GDPR.'],
    ['contradicted', 'Contacts are kept forever.'],
  ],
  security: [
    ['met', 'The CRM is encrypted and behind MFA.'],
    ['partial', 'We are certified under ISO 27001.'],
    ['missing', 'We follow the GDPR.'],
  ],
  processor_agreements: [
    ['met', 'We sign a data processing agreement with every client.'],
    ['partial', 'Contracts are in place.'],
    ['missing', 'We follow the GDPR.'],
    ['contradicted', 'Transfers rest on the Privacy Shield.'],
  ],
  excluded_practices: [
    ['met', 'We never buy lists and we do not scrape profiles.'],
    ['met', 'Gekaufte Listen und Scraping sind bei uns verboten, das gilt f\u00fcr alle unsere Kunden.'],
    ['partial', 'We never buy lists.'],
    ['missing', 'We follow the GDPR.'],
    ['contradicted', 'We never buy lists, except in the last quarter of the year.'],
  ],
  practice_specificity: [
    [
      'met',
      'Objections are handled within 2 hours. Our DPO answers access requests within 20 days. Contacts are deleted after 9 months.',
      { data_sourcing: 'Websites.' },
    ],
    ['missing', 'We treat people with respect.', { data_sourcing: 'Websites.' }],
  ],
  internal_consistency: [
    ['met', 'Each email has an unsubscribe link that works at once.'],
    ['missing', 'Trust us.', { data_sourcing: 'Confidential.' }],
    ['contradicted', 'We never buy lists.', { data_sourcing: 'Lists bought from a broker.' }],
  ],
};

describe('criteria of the rubric (M17)', () => {
  it('has examples for every criterion of the book', () => {
    expect(Object.keys(ROWS).sort()).toEqual(book.criteria.map(({ id }) => id).sort());
  });
  for (const [id, rows] of Object.entries(ROWS)) {
    it.each(rows)(`${id} is %s: %s`, (verdict, statement, given) => {
      const criterion = read(statement, given).criteria[id];
      expect(criterion?.verdict).toBe(verdict);
      if (verdict !== 'missing') expect(criterion?.evidence.length).toBeGreaterThan(0);
      else expect(criterion?.looked_for).toBe(`rubric.looked_for.${id}`);
    });
  }
  it('gives no label to a criterion that does not apply', () => {
    const reading = read('CAN-SPAM applies.', {
      regions: ['us'],
      channels: ['paid_search'],
      data_sourcing: 'Our own landing pages.',
    });
    for (const id of [
      'lawful_basis',
      'li_assessment',
      'transparency_notice',
      'region_handling',
      'email_rules',
      'voice_sms_rules',
      'third_party_verification',
    ]) {
      expect(reading.criteria).not.toHaveProperty(id);
    }
  });
  it('does not demand voice rules of an agency that denies making calls', () => {
    expect(read('We make no calls and send no texts.').criteria).not.toHaveProperty('voice_sms_rules');
  });
});
