import InboxIcon from '@mui/icons-material/InboxOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactNode } from 'react';
import { type RaRecord, useListContext } from 'react-admin';
import { EmptyState, LoadingLines, ProblemNotice } from '../../shared/components/states.tsx';
import { useSpeech } from '../../shared/text.tsx';

interface Props<R extends RaRecord> {
  /** The room of the catalogue that words the empty list. */
  name: string;
  /** The rows as a table, on a wide screen. */
  table: ReactNode;
  /** One row as a card, on a narrow one. */
  card: (record: R) => ReactNode;
}

function Nothing({ name }: { name: string }) {
  const { t } = useSpeech();
  const { filterValues, setFilters } = useListContext();
  const filtered = Object.keys(filterValues ?? {}).length > 0;
  if (!filtered)
    return (
      <EmptyState icon={<InboxIcon />} title={t(`${name}.empty.title`)} hint={t(`${name}.empty.hint`)} />
    );
  return (
    <EmptyState
      icon={<InboxIcon />}
      title={t('list.none_match')}
      hint={t('list.none_match_hint')}
      action={
        <Button variant="outlined" onClick={() => setFilters({}, {})}>
          {t('list.clear')}
        </Button>
      }
    />
  );
}

/** The four states of every list: on its way, failed, empty, and its rows as a table or as cards. */
export function ListBody<R extends RaRecord>({ name, table, card }: Props<R>) {
  const { data, error, isPending, refetch } = useListContext<R>();
  const narrow = useMediaQuery('(max-width:899.95px)', { noSsr: true });
  if (isPending)
    return (
      <Box sx={{ px: 2 }}>
        <LoadingLines lines={9} />
      </Box>
    );
  if (error)
    return (
      <Box sx={{ p: 2 }}>
        <ProblemNotice error={error} onRetry={() => refetch()} />
      </Box>
    );
  if (!data || data.length === 0) return <Nothing name={name} />;
  if (!narrow) return table;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {data.map((record) => (
        <Card component="li" key={record.id} sx={{ p: 1.5 }}>
          {card(record)}
        </Card>
      ))}
    </Box>
  );
}
