/** A logarithmic axis: a value in money, or a rate, to a place between 0 and `width`. */
export interface Axis {
  place: (value: number) => number;
  ticks: number[];
}

const steps = [1, 2, 5];

/** The axis that shows all values with some room at both ends. Values must be above zero; others are left out. */
export function logAxis(values: readonly number[], width: number): Axis {
  const positive = values.filter((value) => value > 0 && Number.isFinite(value));
  const low = Math.min(...positive, Number.POSITIVE_INFINITY);
  const high = Math.max(...positive, 0);
  const from = Math.log10(Number.isFinite(low) ? low : 1) - 0.12;
  const to = Math.max(Math.log10(high > 0 ? high : 10) + 0.12, from + 0.6);
  const place = (value: number) => ((Math.log10(Math.max(value, 1e-9)) - from) / (to - from)) * width;
  const ticks: number[] = [];
  for (let power = Math.floor(from); power <= Math.ceil(to); power++)
    for (const step of steps) {
      const value = step * 10 ** power;
      if (Math.log10(value) >= from && Math.log10(value) <= to) ticks.push(value);
    }
  const every = Math.ceil(ticks.length / 7);
  return { place, ticks: every > 1 ? ticks.filter((_, index) => index % every === 0) : ticks };
}

/** Spreads dots that would cover each other into rows above one another: the row of each value. */
export function rowsOf(places: readonly number[], apart = 9): number[] {
  const last: number[] = [];
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  const rows = new Array<number>(places.length).fill(0);
  for (const { place, index } of order) {
    let row = last.findIndex((end) => place - end >= apart);
    if (row === -1) row = last.length;
    last[row] = place;
    rows[index] = row;
  }
  return rows;
}
