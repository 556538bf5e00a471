import { DateInput } from 'react-admin';

const startOf = (day: string) => (day ? new Date(`${day}T00:00:00`).toISOString() : undefined);
const dayOf = (iso: string | undefined) => (iso ? iso.slice(0, 10) : '');

/** The two ends of a period as filters of a list; worded by its room of the catalogue under `from` and `to`. */
export const periodFilters = (name: string) => [
  <DateInput key="from" source="from" label={`${name}.from`} parse={startOf} format={dayOf} />,
  <DateInput key="to" source="to" label={`${name}.to`} parse={startOf} format={dayOf} />,
];
