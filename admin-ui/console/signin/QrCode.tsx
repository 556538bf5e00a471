import { useMemo } from 'react';
import { encode } from 'uqr';

/** A QR code drawn as one path, dark on white whatever the theme, so that cameras read it. */
export function QrCode({ value, label }: { value: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data } = encode(value, { ecc: 'M', border: 2 });
    const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: data.length, path: squares.join('') };
  }, [value]);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width="180"
      height="180"
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
