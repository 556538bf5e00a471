import type { ApplicationForm } from '../../server/applications/schema/form.ts';
import type { Region } from '../../server/kernel/taxonomy.ts';
import names from './names.json' with { type: 'json' };
import { oneOf } from './random.ts';

type Firm = Pick<ApplicationForm, 'organisation' | 'responsible_person'>;

interface Home {
  country: string;
  suffix: string;
  register: string;
  number: (n: number) => string;
  towns: readonly string[];
  phone: (n: number) => string;
}

const six = (n: number) => String(n % 1_000_000).padStart(6, '0');

/** Registers far beyond the numbers in use and telephone numbers that ring nowhere. */
const homes: Record<'uk' | 'de' | 'nl' | 'us' | 'ca' | 'au', Home> = {
  uk: {
    country: 'GB',
    suffix: 'Ltd',
    register: 'Companies House',
    number: (n) => `9${String(n % 10_000_000).padStart(7, '0')}`,
    towns: ['Leeds LS1 4AP', 'Bristol BS1 5TR', 'Norwich NR2 1TF', 'Derby DE1 2QY'],
    phone: (n) => `+44 1632 ${six(n)}`,
  },
  de: {
    country: 'DE',
    suffix: 'GmbH',
    register: 'Handelsregister Kassel',
    number: (n) => `HRB ${9_000_000 + n}`,
    towns: ['34117 Kassel', '28195 Bremen', '99084 Erfurt', '89073 Ulm'],
    phone: (n) => `+49 555 ${six(n)}`,
  },
  nl: {
    country: 'NL',
    suffix: 'B.V.',
    register: 'Kamer van Koophandel',
    number: (n) => String(990_000_000 + n),
    towns: ['3511 AX Utrecht', '9711 LM Groningen', '5611 CN Eindhoven'],
    phone: (n) => `+31 00 ${six(n)}`,
  },
  us: {
    country: 'US',
    suffix: 'LLC',
    register: 'Delaware Division of Corporations',
    number: (n) => String(90_000_000 + n),
    towns: ['Dayton, OH 45402', 'Boise, ID 83702', 'Macon, GA 31201', 'Salem, OR 97301'],
    phone: (n) => `+1 555 ${six(n).slice(0, 3)} ${six(n).slice(3)}`,
  },
  ca: {
    country: 'CA',
    suffix: 'Inc.',
    register: 'Corporations Canada',
    number: (n) => `${90_000_000 + n}`,
    towns: ['Hamilton, ON L8P 1A1', 'Regina, SK S4P 2Z6', 'Moncton, NB E1C 1E2'],
    phone: (n) => `+1 555 ${six(n).slice(0, 3)} ${six(n).slice(3)}`,
  },
  au: {
    country: 'AU',
    suffix: 'Pty Ltd',
    register: 'ASIC',
    number: (n) => String(900_000_000 + n),
    towns: ['Geelong VIC 3220', 'Hobart TAS 7000'],
    phone: (n) => `+61 0 ${six(n)}`,
  },
};

function homeOf(random: () => number, regions: readonly Region[], german: boolean): Home {
  if (german) return homes.de;
  if (regions.includes('other')) return random() < 0.5 ? homes.au : homes.uk;
  if (regions.includes('ca')) return homes.ca;
  if (regions.includes('us')) return homes.us;
  if (regions.includes('uk')) return homes.uk;
  return homes.nl;
}

/** Two invented parts make far more surnames than a list would hold. */
export const personName = (random: () => number) =>
  `${oneOf(random, names.given)} ${oneOf(random, names.first)}${oneOf(random, names.second)}`;

export const firmName = (random: () => number) =>
  `${oneOf(random, names.first)}${oneOf(random, names.second)} ${oneOf(random, names.trade)}`;

export const mailName = (name: string) => name.toLowerCase().replace(/[^a-z]+/g, '.');

/** The firm of application n: its domain, register number, telephone and address belong to no other n. */
export function firmAt(random: () => number, n: number, regions: readonly Region[], german: boolean): Firm {
  const home = homeOf(random, regions, german);
  const trading = firmName(random);
  const domain = `${trading.toLowerCase().replace(/[^a-z]+/g, '')}-${n}.example`;
  const person = personName(random);
  return {
    organisation: {
      legal_name: `${trading} ${home.suffix}`,
      trading_name: trading,
      form: 'company',
      register: home.register,
      register_number: home.number(n),
      country: home.country,
      address: `${1 + (n % 997)} ${oneOf(random, names.streets)}, unit ${n}, ${oneOf(random, home.towns)}`,
      web_domain: domain,
    },
    responsible_person: {
      name: person,
      position: 'Director',
      email: `${mailName(person)}@${domain}`,
      phone: home.phone(n),
    },
  };
}
