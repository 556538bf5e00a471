import { z } from 'zod';
import { problemCodes } from '../kernel/problem.ts';
import type { Route } from './http/route.ts';
import { problemTable } from './problems.ts';

type Json = Record<string, unknown>;

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
};

const text = (description: string, schema: Json = { type: 'string' }, more: Json = {}) => ({
  description,
  content: { 'application/json': { schema }, ...more },
});

/** Every list is also given as CSV, whole up to the cap of exports. */
const csv: Json = { 'text/csv': { schema: { type: 'string' } } };

function parameters(route: Route): Json[] {
  const out: Json[] = [...route.path.matchAll(/:([a-z_]+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  if (route.kind === 'list') {
    out.push(
      {
        name: 'sort',
        in: 'query',
        schema: { type: 'string' },
        description: `["field","ASC"|"DESC"]; fields: ${route.sort.join(', ')}`,
      },
      {
        name: 'range',
        in: 'query',
        schema: { type: 'string' },
        description: '[first,last], at most 200 rows, not deeper than 10,000',
      },
      {
        name: 'filter',
        in: 'query',
        content: { 'application/json': { schema: jsonSchema(route.filter, 'input') } },
      },
    );
  } else if (route.query) {
    const { properties = {} } = jsonSchema(route.query, 'input') as { properties?: Json };
    for (const [name, schema] of Object.entries(properties)) out.push({ name, in: 'query', schema });
  }
  if (route.kind === 'command') {
    if (route.versioned)
      out.push({
        name: 'If-Match',
        in: 'header',
        required: true,
        schema: { type: 'string' },
        description: 'the version decided on, as "3"',
      });
    if (route.idempotency)
      out.push({
        name: 'Idempotency-Key',
        in: 'header',
        required: route.idempotency === 'required',
        schema: { type: 'string' },
      });
  }
  return out;
}

function operation(route: Route): Json {
  const base: Json = {
    summary: route.summary,
    tags: [route.path.split('/')[2]],
    operationId: `${route.method.toLowerCase()}${route.path.replace(/[/:]+(\w)/g, (_, c: string) => c.toUpperCase())}`,
    'x-permission': route.permission,
    parameters: parameters(route),
  };
  const failure = {
    description: 'A problem (RFC 9457)',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  if (route.kind === 'raw' && !route.reply)
    return { ...base, responses: { 200: { description: route.returns }, default: failure } };
  const reply = route.reply ? jsonSchema(route.reply, 'output') : {};
  const status = route.kind === 'command' ? (route.status ?? 200) : 200;
  const responses = {
    [status]:
      route.kind === 'list' ? text('Done', { type: 'array', items: reply }, csv) : text('Done', reply),
    default: failure,
  };
  if ((route.kind === 'command' || route.kind === 'raw') && route.body)
    return {
      ...base,
      requestBody: { content: { 'application/json': { schema: jsonSchema(route.body, 'input') } } },
      responses,
    };
  return { ...base, responses };
}

/** The OpenAPI 3.1 description of every route, made from the same table that serves them. */
export function describeApi(routes: readonly Route[], publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:([a-z_]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Assay',
      version: '1',
      description: 'The vetting and compliance desk: every change is a command.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code', 'request_id'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { enum: problemCodes },
            params: { type: 'object' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                properties: { pointer: { type: 'string' }, code: { type: 'string' } },
              },
            },
            request_id: { type: 'string' },
          },
        },
      },
      'x-problems': Object.fromEntries(problemCodes.map((code) => [code, problemTable[code]])),
    },
  };
}
