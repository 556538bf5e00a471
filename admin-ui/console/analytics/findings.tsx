import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { useListContext } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import rubric from '../../locales/en/rubric.json';
import type { Translate } from '../../shared/text.tsx';

export const findingName = (t: Translate, finding: string) => t(`finding.${finding.replace(':', '.')}`);

/** Every finding the catalogue words, as choices of a filter. */
export const findingChoices = [
  ...Object.keys(rubric.finding.criterion).map((id) => ({
    id: `criterion:${id}`,
    name: `finding.criterion.${id}`,
  })),
  ...Object.keys(rubric.finding.flag).map((id) => ({ id: `flag:${id}`, name: `finding.flag.${id}` })),
];

interface Props {
  finding: string;
  machine?: string;
  judged?: string;
  children: ReactNode;
}

/** From a figure to the cases behind it, of the period the figure is about. */
export function CasesLink({ children, ...of }: Props) {
  const { filterValues } = useListContext();
  const { from, to } = (filterValues ?? {}) as { from?: string; to?: string };
  const filter = JSON.stringify({ ...of, ...(from ? { from } : {}), ...(to ? { to } : {}) });
  return (
    <Link component={RouterLink} to={`/agreement-cases?filter=${encodeURIComponent(filter)}`}>
      {children}
    </Link>
  );
}
