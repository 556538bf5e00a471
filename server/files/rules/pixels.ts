/** Width times height as the header of a PNG says; null where there is no such header. */
export function pngPixels(bytes: Uint8Array): number | null {
  if (bytes.length < 33) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // the first chunk must be IHDR
  if (view.getUint32(12) !== 0x49484452) return null;
  return view.getUint32(16) * view.getUint32(20);
}

/** Width times height of the first frame of a JPEG; null where no frame header is found. */
export function jpegPixels(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (frame) return view.getUint16(at + 5) * view.getUint16(at + 7);
    if (marker === 0xd9 || marker === 0xda) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
