// The TypeScript of every table's rows, read from a migrated database: server/platform/tables.gen.ts.
import type pg from 'pg';

interface Column {
  table: string;
  kind: 'r' | 'v' | 'p' | 'm';
  name: string;
  type: string;
  array: boolean;
  nullable: boolean;
  given: boolean;
  values: string[] | null;
}

// What the database itself keeps (queue, partitions, its own book of migrations) is nobody's row.
const COLUMNS = `
  select c.relname as table, c.relkind as kind, a.attname as name,
    coalesce(e.typname, t.typname) as type, e.oid is not null as array,
    not a.attnotnull and c.relkind <> 'v' or c.relkind = 'v' as nullable,
    a.atthasdef or a.attidentity <> '' or a.attgenerated <> '' as given,
    (select array_agg(m[1] order by n)
       from pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') with ordinality r(m, n)
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
        and pg_get_constraintdef(k.oid) ~ ('^CHECK \\(\\(' || a.attname || ' = ANY \\(ARRAY\\[[^()]*\\]\\)\\)\\)$')) as values
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    and c.relname <> 'schema_steps'
  order by c.relname, a.attnum`;

const TYPES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bpchar: 'string',
  bytea: 'Buffer',
  float8: 'number',
  inet: 'string',
  int2: 'number',
  int4: 'number',
  // platform/db/connect.ts has node-postgres read these as numbers.
  int8: 'number',
  interval: 'unknown',
  jsonb: 'Json',
  name: 'string',
  numeric: 'string',
  text: 'string',
  timestamptz: 'Date',
  tsvector: 'string',
  uuid: 'string',
  xid8: 'string',
};

const interfaceName = (table: string): string =>
  table
    .split('_')
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join('');

function typeOf(column: Column): string {
  const plain = TYPES[column.type];
  if (plain === undefined)
    throw new Error(
      `${column.table}.${column.name} is of type ${column.type}, which scripts/row-types.ts does not know`,
    );
  const one = column.values ? column.values.map((value) => `'${value}'`).join(' | ') : plain;
  const many = column.array ? (one.includes('|') ? `(${one})[]` : `${one}[]`) : one;
  return column.nullable ? `${many} | null` : many;
}

/** Reads the database behind `client`, whole and in a fixed order; throws on a column type it has no word for. */
export async function rowTypes(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Column>(COLUMNS);
  const tables = Map.groupBy(rows, (row) => row.table);
  const out = [
    '// Made from the migrated database by `npm run tables`; a test holds it to the database. Do not edit.',
    '',
    '/** What a jsonb column holds: its shape is the business of the room that owns it. */',
    'export type Json = unknown;',
    '',
  ];
  for (const [table, columns] of tables) {
    out.push(`export interface ${interfaceName(table)} {`);
    for (const column of columns) out.push(`  ${column.name}: ${typeOf(column)};`);
    out.push('}', '');
  }
  // Knex reads this map: a query on a table named here knows its columns.
  out.push("declare module 'knex/types/tables' {", '  interface Tables {');
  for (const [table, [first]] of tables)
    if (first?.kind !== 'v') out.push(`    ${table}: ${interfaceName(table)};`);
  out.push('  }', '}', '');
  return out.join('\n');
}
