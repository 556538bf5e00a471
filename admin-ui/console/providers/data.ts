import simpleRest from 'ra-data-simple-rest';
import type { DataProvider, fetchUtils, GetListResult } from 'react-admin';
import { ApiProblem, call } from '../../shared/api.ts';

/** The server counts exactly to here; one more means "and further". */
export const countedTo = 10_000;

const client: typeof fetchUtils.fetchJson = async (url: string, options = {}) => {
  const { data, headers } = await call<unknown>(url, { signal: options.signal ?? undefined });
  return { status: 200, headers, body: '', json: data };
};

const refuse = (): Promise<never> =>
  Promise.reject(new ApiProblem({ code: 'method_not_allowed', params: {}, status: 405 }));

/** Filters somebody cleared are left out: the server refuses names without a value. */
export const withoutBlanks = (filter: Record<string, unknown> = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== '' && value !== null && value !== undefined),
  );

function paged<R extends GetListResult>(result: R, page: number, perPage: number): R {
  if ((result.total ?? 0) <= countedTo) return result;
  const hasNextPage = page * perPage < countedTo;
  return { ...result, total: undefined, pageInfo: { hasNextPage, hasPreviousPage: page > 1 } };
}

/**
 * Reads speak ra-data-simple-rest. Writes are commands with a version and a token, run by `post`; records are never
 * put, patched or deleted, so those methods refuse.
 */
export function makeDataProvider(api = '/api'): DataProvider {
  const rest = simpleRest(api, client);
  return {
    ...rest,
    async getList(resource, params) {
      const filter = withoutBlanks(params.filter);
      const { page = 1, perPage = 25 } = params.pagination ?? {};
      return paged(await rest.getList(resource, { ...params, filter }), page, perPage);
    },
    async getManyReference(resource, params) {
      const filter = withoutBlanks(params.filter);
      const { page, perPage } = params.pagination;
      return paged(await rest.getManyReference(resource, { ...params, filter }), page, perPage);
    },
    create: refuse,
    update: refuse,
    updateMany: refuse,
    delete: refuse,
    deleteMany: refuse,
  };
}

export const dataProvider = makeDataProvider();
