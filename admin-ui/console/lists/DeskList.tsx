import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement, ReactNode } from 'react';
import {
  ColumnsButton,
  FilterButton,
  List,
  Pagination,
  type RaRecord,
  type SortPayload,
  TopToolbar,
} from 'react-admin';
import { useSpeech } from '../../shared/text.tsx';
import { ExportCsv } from './ExportCsv.tsx';
import { ListBody } from './ListBody.tsx';

export interface DeskListProps<R extends RaRecord> {
  /** The room of the catalogue: its title, its empty list. */
  name: string;
  resource: string;
  sort: SortPayload;
  filters?: ReactElement[];
  /** The list's own command, beside its title. */
  actions?: ReactNode;
  /** What stands between the title and the rows. */
  above?: ReactNode;
  table: ReactNode;
  card: (record: R) => ReactNode;
}

function Actions({ hasFilters }: { hasFilters: boolean }) {
  return (
    <TopToolbar
      sx={{
        gap: 0.5,
        pt: 0,
        minHeight: 0,
        alignItems: 'center',
        ml: 'auto',
        display: { xs: 'none', sm: 'flex' },
      }}
    >
      {hasFilters && <FilterButton />}
      <Box component="span" sx={{ display: { xs: 'none', md: 'inline-flex' } }}>
        <ColumnsButton />
      </Box>
      <ExportCsv />
    </TopToolbar>
  );
}

const sizes = [25, 50, 100];

const listStyle = {
  '& .RaList-actions': {
    minHeight: 0,
    flexWrap: 'wrap',
    flexDirection: { xs: 'column', sm: 'row' },
    alignItems: { xs: 'flex-start', sm: 'center' },
    mb: 0.75,
    backgroundColor: 'transparent',
  },
  '& .RaList-content': {
    border: { md: 1 },
    borderColor: { md: 'divider' },
    backgroundColor: { xs: 'transparent', md: 'background.paper' },
  },
  '& .RaFilterForm-root': {
    minHeight: 0,
    p: 0,
    gap: 0.5,
    backgroundColor: 'transparent',
    alignItems: 'flex-end',
    '& .RaFilterFormInput-body': { alignItems: 'center' },
  },
  '& .RaTopToolbar-root, & .MuiToolbar-root': { backgroundColor: 'transparent' },
} as const;

/** Every list looks and behaves alike: title, filters kept in the address, saved queries, columns, export, pages. */
export function DeskList<R extends RaRecord>(props: DeskListProps<R>) {
  const { name, resource, sort, filters, actions, above, table, card } = props;
  const { t } = useSpeech();
  return (
    <Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mb: 1 }}>
        <Typography variant="h1">{t(`${name}.title`)}</Typography>
        {actions}
      </Box>
      {above}
      <List
        resource={resource}
        sort={sort}
        perPage={25}
        empty={false}
        title={false}
        filters={filters}
        disableSyncWithLocation={false}
        exporter={false}
        actions={<Actions hasFilters={(filters?.length ?? 0) > 0} />}
        pagination={<Pagination rowsPerPageOptions={sizes} />}
        sx={listStyle}
      >
        <ListBody<R> name={name} table={table} card={card} />
      </List>
    </Box>
  );
}
