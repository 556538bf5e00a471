import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../admin-ui');
const spoken = new Set([
  'aria-label',
  'title',
  'alt',
  'placeholder',
  'label',
  'helperText',
  'primary',
  'secondary',
  'hint',
  'text',
]);
type Node = { type: string; start: number; [member: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
/** Keys of the catalogues and names of the product's own are no texts. */
const named = (text: string): boolean => text === 'Assay' || /^[a-z_]+(\.[a-z_]+)+$/.test(text);
const wordy = (text: unknown): boolean =>
  typeof text === 'string' && /\p{L}{2,}/u.test(text) && !named(text.trim());

/** Parts of the syntax tree under a node, with the elements around them. */
function* walk(node: Node, around: Node[] = []): Generator<[Node, Node[]]> {
  yield [node, around];
  for (const value of Object.values(node))
    for (const part of Array.isArray(value) ? value : [value])
      if (isNode(part)) yield* walk(part, [...around, node]);
}

const typed = new Set(['Key', 'kbd', 'code']);

/** Keys of a keyboard, commands of a shell and names are no texts: `<Key>`, `<code>` and translate="no" may hold them. */
const untranslated = (around: Node[]): boolean =>
  around.some((node) => {
    const opening = node.type === 'JSXElement' ? (node.openingElement as Node) : null;
    if (opening && typed.has(String((opening.name as Node).name))) return true;
    return ((opening?.attributes ?? []) as Node[]).some((one) => {
      const name = (one.name as Node | undefined)?.name;
      const value = String((one.value as Node | null)?.value);
      return (name === 'translate' && value === 'no') || (name === 'component' && typed.has(value));
    });
  });

function saysSomething(node: Node, around: Node[]): boolean {
  if (node.type === 'JSXText') return wordy(node.value);
  if (node.type === 'JSXAttribute') {
    const name = (node.name as Node).name;
    const value = node.value as Node | null;
    return spoken.has(String(name)) && value?.type === 'Literal' && wordy(value.value);
  }
  const parent = around.at(-1);
  const child = parent?.type === 'JSXExpressionContainer' && around.at(-2)?.type === 'JSXElement';
  if (!child) return false;
  if (node.type === 'Literal') return wordy(node.value);
  return (
    node.type === 'TemplateLiteral' &&
    (node.quasis as { value: { cooked: string } }[]).some((part) => wordy(part.value.cooked))
  );
}

/** Texts written into a source instead of a catalogue, as "line: source". */
function literalsIn(source: string): string[] {
  const program = parseAst(source, { lang: 'tsx' }) as unknown as Node;
  return [...walk(program)]
    .filter(([node, around]) => saysSomething(node, around) && !untranslated(around))
    .map(([node]) => {
      const line = source.slice(0, node.start).split('\n').length;
      return `${line}: ${
        source
          .slice(node.start, node.start + 60)
          .trim()
          .split('\n')[0]
      }`;
    });
}

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => join(root, path));

describe('no text stands in a component instead of a catalogue', () => {
  it('finds such a text where there is one', () => {
    expect(literalsIn('const A = () => <p>Hello there</p>;')).toHaveLength(1);
    expect(literalsIn('const A = () => <p title="Hello">{"there"}</p>;')).toHaveLength(2);
    expect(literalsIn(`const A = () => <p>{\`Hello \${name}\`}</p>;`)).toHaveLength(1);
    expect(literalsIn('const A = () => <b translate="no">{"Assay"}</b>;')).toEqual([]);
    expect(literalsIn('const A = () => <p className="wide">{t(\'a.b\')} · 3</p>;')).toEqual([]);
  });

  it('finds none in console, portal and what they share', () => {
    const found = sources.flatMap((path) =>
      literalsIn(readFileSync(path, 'utf8')).map((one) => `${relative(root, path)}:${one}`),
    );
    expect(found).toEqual([]);
    expect(sources.length).toBeGreaterThan(50);
  });
});
