import type { StatementInput } from '../../../server/compliance/reader/types.ts';

export interface Example {
  statement: string;
  given?: Partial<StatementInput>;
}

export const plain = 'The GDPR applies to our mails. Each mail has an unsubscribe link that works at once.';
export const us: Partial<StatementInput> = { regions: ['us'] };

export const BLOCKING: Record<string, { raised: Example[]; quiet: Example[] }> = {
  purchased_list_unverified: {
    raised: [
      { statement: plain, given: { data_sourcing: 'Contact files bought from two list brokers.' } },
      { statement: `${plain} We rent address lists every spring.` },
      { statement: plain, given: { data_sourcing: 'Gekaufte Adresslisten eines Händlers.' } },
      {
        statement: `${plain} Nous achetons des fichiers de contacts.`,
        given: { data_sourcing: 'Nous achetons des fichiers de contacts à un courtier.' },
      },
    ],
    quiet: [
      { statement: `${plain} We never buy, rent or swap lists.` },
      {
        statement: `${plain} Until 2020 we bought lists from a broker; since then we have not purchased a record.`,
      },
      { statement: `${plain} Wir kaufen niemals Adresslisten.` },
      { statement: `${plain} Unlike agencies that buy lists, we research each firm.` },
      {
        statement: `${plain} We buy files from one data owner. Before a file is accepted we ask for proof of consent and the wording people saw, and call a random 40 of its records. The contract gives us audit rights.`,
      },
    ],
  },
  opt_out_denied: {
    raised: [
      { statement: 'We ignore unsubscribe requests because they hurt our numbers.' },
      { statement: 'Removal from our file costs a processing fee of 12 euros.' },
    ],
    quiet: [
      { statement: plain },
      { statement: 'No unsubscribe request is ever ignored; the link works at once.' },
    ],
  },
  gdpr_noncompliant_practice: {
    raised: [
      { statement: 'The consent box on our form is already ticked, which raises the numbers.' },
      {
        statement:
          'By downloading the report visitors agree to mails from all our partners; silence counts as consent.',
      },
    ],
    quiet: [
      { statement: 'The consent box on our form is never pre-ticked.' },
      { statement: 'The box is already ticked.', given: us },
    ],
  },
  regulation_dismissed: {
    raised: [
      { statement: 'The GDPR does not apply to us, as we only mail businesses.' },
      { statement: 'CASL is a foreign law and cannot reach us.', given: { regions: ['ca'] } },
    ],
    quiet: [{ statement: plain }],
  },
  unlawful_voice_sms: {
    raised: [
      { statement: 'An AI voice calls each lead within a minute, around the clock.', given: us },
      { statement: 'Our callers ring everyone; no scrubbing is needed.', given: us },
    ],
    quiet: [
      {
        statement:
          'We call by hand from 9 am to 5 pm local time after a scrub against the DNC list. No AI voice, no robocalls.',
        given: us,
      },
    ],
  },
  deceptive_identity: {
    raised: [
      { statement: 'We write from invented personas with made-up careers.' },
      { statement: 'Every subject starts with "Re:" although it is a misleading subject.' },
    ],
    quiet: [{ statement: 'We never use fake profiles or misleading subject lines.' }],
  },
  illicit_data_origin: {
    raised: [{ statement: plain, given: { data_sourcing: "An export of a competitor's CRM." } }],
    quiet: [{ statement: `${plain} We never touch leaked data.` }],
  },
  non_statement: {
    raised: [
      { statement: '', given: { data_sourcing: '' } },
      { statement: 'https://agency.example/privacy', given: { data_sourcing: 'see link' } },
      { statement: 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.' },
    ],
    quiet: [
      { statement: plain },
      { statement: 'You can trust us, our compliance is second to none and our lawyers agree with that.' },
    ],
  },
};
