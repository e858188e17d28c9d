import {
  currentTrace,
  markFailed,
  SpanKind,
  type Span,
  type Tracing,
} from '@skillswap/kit/tracing';
import type { Sql } from 'postgres';

/** A query of postgres.js: it is sent when somebody waits for it. */
interface LazyQuery extends Promise<unknown> {
  handle: () => unknown;
}

/**
 * Makes a span of every query that runs inside another span. postgres.js tells nobody when a query
 * begins and ends, so each query is watched from the moment it is sent. A span names the statement
 * and the table and nothing of its values.
 */
export function traceQueries(sql: Sql, tracing: Tracing): Sql {
  return watching(sql, tracing);
}

function watching<Tagged extends object>(tagged: Tagged, tracing: Tracing): Tagged {
  return new Proxy(tagged, {
    apply(target, self, args: unknown[]) {
      if (typeof target !== 'function') throw new TypeError('queries are made by a function');
      const query: unknown = Reflect.apply(target, self, args);
      const [text] = args;
      if (isLazyQuery(query) && Array.isArray(text)) watch(query, text.join(' '), tracing);
      return query;
    },
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      const opens = key === 'begin' || key === 'savepoint';
      if (!opens || typeof value !== 'function') return value;
      // Work inside a transaction gets a function of its own to make queries with.
      const watched = (tx: unknown): unknown =>
        typeof tx === 'function' ? watching(tx, tracing) : tx;
      return (...args: readonly unknown[]): unknown =>
        Reflect.apply(
          value,
          target,
          args.map((arg) =>
            typeof arg === 'function'
              ? (tx: unknown): unknown => Reflect.apply(arg, undefined, [watched(tx)])
              : arg,
          ),
        );
    },
  });
}

function watch(query: LazyQuery, text: string, { tracer }: Tracing): void {
  const send = query.handle.bind(query);
  let span: Span | null = null;
  query.handle = () => {
    const parent = span === null ? currentTrace() : null;
    if (parent !== null) {
      const started = tracer.startSpan(...describe(text), parent);
      span = started;
      // Past the query's own `then`, which would send it.
      void Promise.prototype.then.call(
        query,
        () => {
          started.end();
        },
        (error: unknown) => {
          markFailed(started, error);
          started.end();
        },
      );
    }
    return send();
  };
}

function describe(text: string) {
  const operation = /\w+/.exec(text)?.[0].toLowerCase() ?? 'query';
  const table = /\b(?:from|into|update|join)\s+(?<table>[a-z_]+)/i.exec(text)?.groups?.['table'];
  const attributes = {
    'db.system.name': 'postgresql',
    'db.operation.name': operation,
    ...(table !== undefined && { 'db.collection.name': table }),
  };
  const name = table === undefined ? operation : `${operation} ${table}`;
  return [name, { kind: SpanKind.CLIENT, attributes }] as const;
}

function isLazyQuery(query: unknown): query is LazyQuery {
  return query instanceof Promise && 'handle' in query && typeof query.handle === 'function';
}
