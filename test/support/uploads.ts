/** A small PDF, as far as its first bytes and its end go. */
export const pdf = (): Uint8Array =>
  Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');

/** The header of a PNG of this size. */
export function png(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(45);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(header);
  header.writeUInt32BE(13, 8);
  header.write('IHDR', 12, 'latin1');
  header.writeUInt32BE(width, 16);
  header.writeUInt32BE(height, 20);
  header.set([8, 2, 0, 0, 0], 24);
  header.write('IDAT', 37, 'latin1');
  return header;
}

/** A JPEG up to its first frame header. */
export function jpeg(width: number, height: number): Uint8Array {
  const app0 = [
    0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00,
    0x00,
  ];
  const size = [height >> 8, height & 0xff, width >> 8, width & 0xff];
  return Buffer.from([
    0xff,
    0xd8,
    ...app0,
    0xff,
    0xc0,
    0x00,
    0x0b,
    0x08,
    ...size,
    0x01,
    0x01,
    0x11,
    0x00,
    0xff,
    0xd9,
  ]);
}

export const csv = 'company;contacts;cost\n"Harrow; Ledger";12;180,50\nPellworm;7;210,00\n';
