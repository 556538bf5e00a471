import { type FaultsAt, type FieldProps, useBook } from './book-context.ts';
import { Group } from './Group.tsx';
import { Leaf } from './Leaf.tsx';
import { Lines } from './Lines.tsx';
import { isBranch, isPlainList } from './places.ts';

const firstOf = (faults: FaultsAt, pointer: string): string | undefined =>
  faults.find(({ at }) => at === pointer || at.startsWith(`${pointer}/`))?.text;

/** One place of a rule book: a value, a list of words, or a group of further places. */
export function Field({ name, pointer, value, depth, onChange }: FieldProps) {
  const { faults, readOnly, helpOf, nameFor } = useBook();
  const shared = { label: nameFor(pointer, name), help: helpOf(pointer), readOnly };
  if (isPlainList(value))
    return <Lines {...shared} value={value} fault={firstOf(faults, pointer)} onChange={onChange} />;
  if (isBranch(value))
    return (
      <Group {...shared} field={Field} value={value} pointer={pointer} depth={depth} onChange={onChange} />
    );
  return (
    <Leaf
      {...shared}
      value={value}
      fault={faults.find(({ at }) => at === pointer)?.text}
      onChange={onChange}
    />
  );
}
