import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Knex } from 'knex';
import { z } from 'zod';
import type { Actor } from '../../kernel/actor.ts';
import { csvLine } from '../../kernel/csv.ts';
import { Problem } from '../../kernel/problem.ts';
import { depthMax, type ListQuery, parseList } from '../lists.ts';
import type { Services } from '../services.ts';
import type { Uow } from '../uow.ts';
import { ownerOf } from './identity.ts';
import { countHit } from './rate.ts';
import type { Grant, Route } from './route.ts';

/** More rows than this are not exported at once: the person filters, or takes a part at a time. */
export const exportMax = 50_000;
const batch = 2_000;
const atOnce = 4;

type ListRoute = Extract<Route, { kind: 'list' }>;

/** What is written into the log about an export: that it began, before any row leaves, and how it ended. */
export interface ExportNote {
  id: string;
  list: string;
  filter: Record<string, unknown>;
  sort: string;
  /** Rows sent and whether the reader took them all; absent while it begins. */
  ended?: { rows: number; complete: boolean };
}
export type NoteExport = (uow: Uow, note: ExportNote) => Promise<void>;

/** The paths of everything a reply schema shows, objects opened up: `subject.case_number`. */
export function columnsOf(schema: z.ZodType, path: readonly string[] = []): string[][] {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return columnsOf(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, part]) =>
      columnsOf(part as z.ZodType, [...path, name]),
    );
  return [[...path]];
}

const valueAt = (row: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], row);

/** Without the members that the list leaves out for this person: not even their names are given. */
function columnsFor(route: ListRoute, rows: readonly unknown[]): string[][] {
  const given = new Set(rows.flatMap((row) => Object.keys(route.reply.parse(row) as object)));
  return columnsOf(route.reply).filter(([name = '']) => rows.length === 0 || given.has(name));
}

/** Asked for by name: what merely takes anything gets JSON. */
export const wantsCsv = (req: Request): boolean => /\btext\/csv\b/.test(req.get('accept') ?? '');

interface Call {
  req: Request;
  res: Response;
  route: ListRoute;
  services: Services;
  actor: Actor;
  grant: Grant;
  note: NoteExport;
}

let running = 0;

/**
 * Sends a list as CSV: the very handler, filters, row rules and reply schema of the list, in batches from one snapshot.
 * Throws `too_many_requests` when too many run; a failure after the first row cuts the connection, so that no part
 * is taken for the whole.
 */
export async function sendListAsCsv(call: Call): Promise<void> {
  const { req, services, route, actor } = call;
  if (req.query.range !== undefined) throw new Problem('malformed_request', { reason: 'range' });
  const asked = parseList(req.query as Record<string, unknown>, route);
  await countHit(services.db, `export:${ownerOf(actor, 'nobody')}`, 20, 60);
  if (running >= atOnce) throw new Problem('too_many_requests', { seconds: 10 });
  running += 1;
  try {
    // One snapshot, so that rows which move meanwhile are neither missed nor given twice.
    const trx = await services.readDb.transaction({ isolationLevel: 'repeatable read', readOnly: true });
    try {
      await send(call, asked, trx);
    } finally {
      await trx.rollback().catch(() => undefined);
    }
  } finally {
    running -= 1;
  }
}

async function send(call: Call, asked: ListQuery<unknown>, db: Knex): Promise<void> {
  const { res, route, services, actor, grant } = call;
  const input = { db, services, actor, grant, params: undefined, query: undefined };
  const part = (offset: number, limit: number) =>
    route.handle({ ...input, list: { ...asked, offset, limit } });
  const first = await part(0, batch);
  const more = first.total > depthMax && (await part(exportMax, 1)).rows.length > 0;
  const note: ExportNote = {
    id: '',
    list: route.resource,
    filter: { ...(asked.filter as object), ...(asked.ids ? { id: asked.ids } : {}) },
    sort: `${asked.sort.field} ${asked.sort.order}`,
  };
  const write = (ended?: ExportNote['ended']) =>
    services.run({ actor, requestId: res.locals.requestId }, async (uow) => {
      note.id ||= uow.id();
      await call.note(uow, ended ? { ...note, ended } : note);
    });
  await write();

  res.setHeader('Content-Disposition', `attachment; filename="assay-${route.resource}.csv"`);
  res.setHeader('X-Export-Id', note.id);
  res.setHeader('X-Export-Max', String(exportMax));
  res.setHeader('X-Export-More', String(more));
  res.status(200).type('text/csv; charset=utf-8; header=present');
  const columns = columnsFor(route, first.rows);
  let rows = 0;
  async function* lines() {
    // The mark tells spreadsheets that this is UTF-8.
    yield `\ufeff${csvLine(columns.map((path) => path.join('.')))}`;
    for (let page = first; page.rows.length > 0; page = await part(rows, Math.min(batch, exportMax - rows))) {
      rows += page.rows.length;
      const text = page.rows.map((row) => {
        const shown = route.reply.parse(row);
        return csvLine(columns.map((path) => valueAt(shown, path)));
      });
      yield text.join('');
      if (page.rows.length < batch || rows >= exportMax) return;
    }
  }
  let complete = false;
  try {
    await pipeline(Readable.from(lines()), res);
    complete = true;
  } catch (error) {
    // Whoever asked went away: nothing failed here.
    if ((error as { code?: string }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  } finally {
    await write({ rows, complete });
  }
}
