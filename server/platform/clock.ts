import type { Knex } from 'knex';

/** Moves the installation's clock by so many milliseconds from the real one. The database refuses it on a real installation. */
export async function moveClock(db: Knex, offsetMs: number): Promise<void> {
  await db('installation').update({ clock_offset: db.raw('make_interval(secs => ?)', [offsetMs / 1000]) });
}
