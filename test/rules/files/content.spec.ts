import { describe, expect, it } from 'vitest';
import { contentType } from '../../../server/files/rules/content-type.ts';
import { looksLikeCsv } from '../../../server/files/rules/csv-text.ts';
import { attachmentHeader, displayName } from '../../../server/files/rules/file-name.ts';
import { csv, jpeg, pdf, png } from '../../support/uploads.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the type of a file is what its bytes say (trust 38)', () => {
  it('knows PDF, PNG, JPEG and CSV', async () => {
    expect(await contentType(pdf())).toEqual({ type: 'application/pdf' });
    expect(await contentType(png(1, 1))).toEqual({ type: 'image/png' });
    expect(await contentType(jpeg(1, 1))).toEqual({ type: 'image/jpeg' });
    expect(await contentType(bytes(csv))).toEqual({ type: 'text/csv' });
  });

  it('refuses archives, GIFs, programs and nothing at all', async () => {
    expect(await contentType(new Uint8Array())).toEqual({ refused: 'empty' });
    expect(await contentType(Buffer.from('504b0304140000000800', 'hex'))).toEqual({ refused: 'type' });
    expect(await contentType(bytes('GIF89a\u0001\u0000'))).toEqual({ refused: 'type' });
    expect(await contentType(Buffer.from('7f454c46020101000000000000000000', 'hex'))).toEqual({
      refused: 'type',
    });
  });

  it('allows pictures up to sixty million pixels (trust 39)', async () => {
    expect(await contentType(png(6_000, 10_000))).toEqual({ type: 'image/png' });
    expect(await contentType(png(6_001, 10_000))).toEqual({ refused: 'pixels' });
  });

  it('takes text in equal columns for CSV, whatever the separator, quotes and line ends', () => {
    for (const text of [
      'a,b\n1,2\n',
      'a;b;c\r\n1;2;3',
      'a\tb\n"x\ty"\t2\n',
      '\ufeffa|b\n1|2\n',
      'a,b\n"two\nlines",2\n',
      'a,b\n"say ""hi""",2\n',
    ])
      expect([text, looksLikeCsv(bytes(text))]).toEqual([text, true]);
    for (const text of [
      'one column\nonly\n',
      'a,b\n1,2,3\n',
      'a,b\n"open,2\n',
      'a,b\u0000\n',
      '<a>,<b>\n',
      '',
    ])
      expect([text, looksLikeCsv(bytes(text))]).toEqual([text, false]);
    expect(looksLikeCsv(Buffer.from('a,b\n\xff\xfe,2\n', 'latin1'))).toBe(false);
  });
});

describe('the name of a file (trust 40)', () => {
  it('is the last part of a path, without controls, direction marks and reserved characters', () => {
    expect(displayName('../../etc/passwd', 'text/csv')).toBe('passwd.csv');
    expect(displayName('C:\\Temp\\report.PDF', 'application/pdf')).toBe('report.PDF');
    expect(displayName('\u202Egnp.exe\r\n', 'image/png')).toBe('gnp.exe.png');
    expect(displayName('a<b>:"|?*;%.csv', 'text/csv')).toBe('ab.csv');
    expect(displayName('...', 'image/jpeg')).toBe('file.jpg');
    expect(displayName('x'.repeat(500), 'text/csv')).toHaveLength(114);
  });

  it('stands in the header by RFC 6266, exact and in plain letters', () => {
    expect(attachmentHeader('Größe (1).csv')).toBe(
      `attachment; filename="Gro_e (1).csv"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%281%29.csv`,
    );
    expect(attachmentHeader('a"b\\c.csv')).not.toMatch(/filename="[^"]*"[^;]/);
  });
});
