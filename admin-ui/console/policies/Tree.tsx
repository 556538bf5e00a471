import Box from '@mui/material/Box';

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isShort = (value: object) =>
  Object.values(value).every((part) => !isBranch(part)) && JSON.stringify(value).length < 110;

function line(value: object): string {
  if (Array.isArray(value)) return value.map(String).join(', ');
  return Object.entries(value)
    .map(([key, part]) => `${key} ${String(part)}`)
    .join(', ');
}

/** A rule book as nested lists that open on demand; every value is plain text. */
export function Tree({ value, depth = 0 }: { value: unknown; depth?: number }) {
  if (!isBranch(value)) return <span>{String(value)}</span>;
  return (
    <Box component="ul" sx={{ m: 0, pl: depth === 0 ? 0 : 2, listStyle: 'none', fontSize: '0.84rem' }}>
      {Object.entries(value).map(([key, part]) => (
        <li key={key}>
          {isBranch(part) && !isShort(part) ? (
            <details open={depth === 0 && Object.keys(part).length < 12}>
              <summary>
                <strong>{key}</strong> ({Object.keys(part).length})
              </summary>
              <Tree value={part} depth={depth + 1} />
            </details>
          ) : (
            <>
              <strong>{key}</strong>: {isBranch(part) ? line(part) : String(part)}
            </>
          )}
        </li>
      ))}
    </Box>
  );
}
