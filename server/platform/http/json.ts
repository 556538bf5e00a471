import { Problem } from '../../kernel/problem.ts';

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

function reject(reason: string): never {
  throw new Problem('malformed_request', { reason });
}

/** Finds repeated and dangerous keys, which JSON.parse would silently fold (trust 26). `text` is known to be valid JSON. */
function checkKeys(text: string): void {
  const open: (Set<string> | null)[] = [];
  let expectKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '{') {
      open.push(new Set());
      expectKey = true;
      if (open.length > 40) reject('depth');
    } else if (char === '[') {
      open.push(null);
      expectKey = false;
      if (open.length > 40) reject('depth');
    } else if (char === '}' || char === ']') {
      open.pop();
      expectKey = false;
    } else if (char === ',') expectKey = open.at(-1) instanceof Set;
    else if (char === '"') {
      const start = at;
      for (at += 1; text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1;
      const keys = open.at(-1);
      if (expectKey && keys) {
        const key: string = JSON.parse(text.slice(start, at + 1));
        if (forbiddenKeys.has(key)) reject('key');
        if (keys.has(key)) reject('repeated_key');
        keys.add(key);
        expectKey = false;
      }
    }
  }
}

function checkText(value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed()) reject('text');
  } else if (Array.isArray(value)) value.forEach(checkText);
  else if (value !== null && typeof value === 'object')
    for (const [key, part] of Object.entries(value)) {
      checkText(key);
      checkText(part);
    }
}

/** A request body as JSON: well-formed, no repeated or dangerous keys, no NUL, no lone surrogate. */
export function parseBody(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    reject('json');
  }
  checkKeys(text);
  checkText(value);
  return value;
}
