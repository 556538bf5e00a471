import type { FileType } from '../schema.ts';

const extensions: Record<FileType, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'text/csv': ['csv'],
};

// controls, direction and zero-width marks, and what any file system or header gives a meaning to
const unwanted = /[\p{Cc}\p{Cf}<>:"|?*;%]/gu;

/**
 * The name a file is shown and offered under (trust 40): the last part of any path, without controls, direction marks
 * and reserved characters, at most 120 characters, ending in the extension of what the content is.
 */
export function displayName(given: string, type: FileType): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replaceAll(unwanted, '')
    .replace(/^[.\s]+/, '')
    .trim();
  const dot = clean.lastIndexOf('.');
  const known = extensions[type];
  const fits = dot > 0 && known.includes(clean.slice(dot + 1).toLowerCase());
  const stem = (fits ? clean.slice(0, dot) : clean) || 'file';
  const short = [...stem].slice(0, 110).join('');
  return `${short}.${fits ? clean.slice(dot + 1) : known[0]}`;
}

/** The Content-Disposition of a download by RFC 6266: an ASCII form for old readers, the exact name beside it. */
export function attachmentHeader(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%;]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
}
