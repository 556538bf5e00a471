import type { SxProps, Theme } from '@mui/material/styles';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { DataTable, type RaRecord, useListContext } from 'react-admin';
import type { PermissionKey } from '../../../server/access/matrix.ts';
import { type Speech, useSpeech } from '../../shared/text.tsx';
import { Allowed } from '../shell/Forbidden.tsx';
import { DeskList, type DeskListProps } from './DeskList.tsx';
import { RowCard, type RowCardOf } from './RowCard.tsx';

/** One column: its words stand in the catalogue under `<name>.column.<label>`. */
export interface ColumnOf<R> {
  source: string;
  label?: string;
  /** Only what the server can sort by. */
  sort?: boolean;
  show?: (row: R, speech: Speech) => ReactNode;
}

interface TableProps<R extends RaRecord> {
  name: string;
  columns: readonly ColumnOf<R>[];
  /** Where a row leads; a row without a page of its own leads nowhere. */
  to?: (row: R) => string;
  expand?: ReactElement;
  /** What can be done with several rows; selecting is only offered where there is something. */
  bulk?: ReactElement | false;
  isSelectable?: (row: R) => boolean;
  sx?: SxProps<Theme>;
}

/** react-admin names the checkbox of a row on its frame, where no reader looks: the name belongs on the field. */
function nameCheckboxes(root: HTMLElement | null): void {
  for (const frame of root?.querySelectorAll('.select-item[aria-label]') ?? []) {
    frame.querySelector('input')?.setAttribute('aria-label', frame.getAttribute('aria-label') ?? '');
    frame.removeAttribute('aria-label');
  }
}

/** The rows of a list on a wide screen. */
export function ListTable<R extends RaRecord>(props: TableProps<R>) {
  const { name, columns, to, expand, bulk = false, isSelectable, sx } = props;
  const speech = useSpeech();
  const frame = useRef<HTMLDivElement>(null);
  // Rows come and go with the list; each new one is named once it stands there.
  useListContext();
  useEffect(() => nameCheckboxes(frame.current));
  return (
    <div ref={frame}>
      <DataTable<R>
        size="small"
        rowClick={to ? (_id, _resource, record) => to(record as R) : false}
        expand={expand}
        {...(bulk ? { bulkActionsToolbar: bulk } : { bulkActionButtons: false as const })}
        isRowSelectable={isSelectable as ((record: RaRecord) => boolean) | undefined}
        sx={sx}
      >
        {columns.map(({ source, label = source, sort = false, show }) => (
          <DataTable.Col<R>
            key={source}
            source={source}
            label={`${name}.column.${label}`}
            disableSort={!sort}
            {...(show ? { render: (row: R) => show(row, speech) } : {})}
          />
        ))}
      </DataTable>
    </div>
  );
}

interface ScreenProps<R extends RaRecord>
  extends Omit<TableProps<R>, 'sx'>,
    Omit<DeskListProps<R>, 'table' | 'card'> {
  permission: PermissionKey;
  /** The same row on a narrow screen. */
  card: (row: R, speech: Speech) => RowCardOf;
  /** A table of its own, where rows can do more than lead somewhere. */
  table?: ReactNode;
}

/** A place of the console that is a list: who may see it, its frame, its columns, its cards. */
export function ListScreen<R extends RaRecord>({ permission, card, table, ...rest }: ScreenProps<R>) {
  const { columns, to, expand, bulk, isSelectable, ...frame } = rest;
  const speech = useSpeech();
  const own = { name: frame.name, columns, to, expand, bulk, isSelectable };
  return (
    <Allowed permission={permission}>
      <DeskList<R>
        {...frame}
        table={table ?? <ListTable<R> {...own} />}
        card={(row) => <RowCard {...card(row, speech)} to={to?.(row)} />}
      />
    </Allowed>
  );
}
