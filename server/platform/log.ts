/** Structured lines on standard output; ASSAY_LOG=silent for tests. Values of these names never reach a line. */
const secret = /pass|token|secret|cookie|authorization|digest|key|statement|body/i;

type Fields = Record<string, unknown>;

function clean(fields: Fields): Fields {
  const out: Fields = {};
  for (const [name, value] of Object.entries(fields)) {
    if (secret.test(name)) out[name] = '[withheld]';
    else if (value instanceof Error)
      out[name] = { name: value.name, message: value.message, stack: value.stack };
    else out[name] = value;
  }
  return out;
}

function write(level: string, message: string, fields: Fields = {}): void {
  if (process.env.ASSAY_LOG === 'silent') return;
  const stream = level === 'info' ? process.stdout : process.stderr;
  stream.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...clean(fields) })}\n`);
}

export const log = {
  info: (message: string, fields?: Fields) => write('info', message, fields),
  warn: (message: string, fields?: Fields) => write('warn', message, fields),
  error: (message: string, fields?: Fields) => write('error', message, fields),
};
