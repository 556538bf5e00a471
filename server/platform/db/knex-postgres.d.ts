declare module 'knex/lib/dialects/postgres/index.js' {
  export interface SentQuery {
    sql: string;
    bindings?: readonly unknown[];
    options?: Record<string, unknown>;
  }
  export default class PostgresClient {
    constructor(config: unknown);
    positionBindings(sql: string): string;
    _query(connection: unknown, query: SentQuery): Promise<unknown>;
  }
}
