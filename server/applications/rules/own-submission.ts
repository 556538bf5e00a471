import { emailKey } from '../../kernel/text.ts';

/** What a form says about who stands behind it, as far as desks are concerned. */
export interface Party {
  responsible_person: { email: string };
  organisation: { web_domain: string };
  references: readonly { email: string }[];
}

// Where anybody has a mailbox a shared domain says nothing.
const openToAll = new Set(
  (
    'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk icloud.com me.com aol.com ' +
    'gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de mail.com proton.me protonmail.com posteo.de mailbox.org ' +
    'zoho.com fastmail.com yandex.com mail.ru qq.com 163.com orange.fr free.fr laposte.net libero.it btinternet.com'
  ).split(' '),
);

const domainOf = (address: string): string => emailKey(address).split('@')[1] ?? '';

/**
 * Whether somebody of the desk with this address stands too close to decide (trust 19): they are the applicant or a
 * referee, by whatever spelling of the address, or have a mailbox at the applicant's own domain.
 */
export function standsTooClose(address: string, party: Party): boolean {
  const own = emailKey(address);
  const named = [party.responsible_person, ...party.references].map((one) => emailKey(one.email));
  if (named.includes(own)) return true;
  const domain = domainOf(address);
  if (domain === '' || openToAll.has(domain)) return false;
  return domain === domainOf(party.responsible_person.email) || domain === party.organisation.web_domain;
}
