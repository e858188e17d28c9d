import { Supergraph } from '@apollo/federation-internals';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { defaultLimits } from '../src/limits.ts';
import { toLoadable } from '../src/supergraph.ts';
import { arbitraryQuery } from './arbitrary-query.ts';
import { library } from './library.ts';
import { composeToys, startToySupergraph, type ToySupergraph } from './toy-supergraph.ts';

const schema = Supergraph.build(toLoadable(composeToys(library).supergraphSdl))
  .apiSchema()
  .toGraphQLJSSchema();

vi.setConfig({ testTimeout: 180_000 });

let graph: ToySupergraph;
beforeAll(async () => {
  graph = await startToySupergraph(library, { limits: { ...defaultLimits, cost: 100_000 } });
});
afterAll(() => graph[Symbol.asyncDispose]());

/** Every code that a wrong request may get here, and the statuses it may come with. */
const documented: Readonly<Record<string, readonly number[]>> = {
  BAD_REQUEST: [400],
  GRAPHQL_PARSE_FAILED: [400, 200],
  GRAPHQL_VALIDATION_FAILED: [400, 200],
  OPERATION_RESOLUTION_FAILURE: [400],
  BAD_USER_INPUT: [400, 200],
  MAX_DEPTH_LIMIT: [400],
  MAX_ALIASES_LIMIT: [400],
  MAX_ROOT_FIELDS_LIMIT: [400],
  MAX_DIRECTIVES_LIMIT: [400],
  COST_ESTIMATED_TOO_EXPENSIVE: [400],
  UNAUTHENTICATED: [401],
  METHOD_NOT_ALLOWED: [405],
  NOT_ACCEPTABLE: [406],
  PAYLOAD_TOO_LARGE: [413],
  UNSUPPORTED_MEDIA_TYPE: [415],
};
const inside =
  /node_modules|\.ts:\d|at \w+ \(|127\.0\.0\.1|localhost|ECONN|serviceName|subgraph|_entities|_service|join__|did you mean/i;
const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) }))
    .optional(),
});

async function expectDocumented(response: Response, sent: unknown): Promise<void> {
  const text = await response.text();
  const told = `${JSON.stringify(sent)} is answered ${String(response.status)} ${text}`;
  expect(response.headers.get('content-type'), told).toMatch(
    /^application\/(graphql-response\+)?json;/,
  );
  const { data, errors = [] } = answerSchema.parse(JSON.parse(text));
  if (errors.length === 0) {
    expect(response.status, told).toBe(200);
    expect(data, told).toBeDefined();
  }
  expect(errors.length, told).toBeLessThanOrEqual(5);
  for (const { message, extensions } of errors) {
    expect(documented[extensions.code], told).toContain(response.status);
    const leaked = inside.exec(message)?.[0];
    // What the client itself said may be repeated to it.
    const isRepeated = leaked !== undefined && JSON.stringify(sent).includes(leaked);
    expect(isRepeated ? undefined : leaked, told).toBeUndefined();
  }
}

/** A text in which something is left out, repeated, swapped or put in. */
const damaged = (text: string): fc.Arbitrary<string> => {
  const words = text.split(/(?<=\W)|(?=\W)/);
  const at = fc.nat({ max: words.length });
  const strange = fc.oneof(
    fc.constantFrom(
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      '$',
      '@',
      '!',
      '...',
      ':',
      '"',
      '"""',
      '#',
      '\\u0000',
    ),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '_entities',
      '__schema',
      'mutation',
      'subscription',
      'fragment',
    ),
    fc.constantFrom(
      'null',
      '-1',
      '1e999',
      '9007199254740993',
      '{"$gt":""}',
      '\u0000',
      '\ud800',
      '🙂',
    ),
    fc.string({ maxLength: 8 }),
  );
  const change = fc.oneof(
    fc
      .tuple(at, at)
      .map(([from, to]) => [...words.slice(0, from), ...words.slice(Math.max(from, to))]),
    fc
      .tuple(at, at)
      .map(([from, to]) => [...words.slice(0, Math.max(from, to)), ...words.slice(from)]),
    fc
      .tuple(at, strange)
      .map(([place, word]) => words.with(Math.min(place, words.length - 1), word)),
    fc.tuple(at, strange).map(([place, word]) => words.toSpliced(place, 0, word)),
  );
  return change.map((changed) => changed.join(''));
};
const values = { id: ['"b1"', '"f2"', '"x"'], first: ['1', '3'], perPage: ['1', '2'] };
const query = fc
  .tuple(
    arbitraryQuery(schema, { values, variables: {}, aliases: [] }),
    fc.record({ yes: fc.boolean(), no: fc.boolean() }),
  )
  .map(([text, variables]) => ({ query: text, variables }));
const post = (body: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(graph.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

test('a valid document that is damaged is answered with documented codes and nothing of the inside', async () => {
  const document = query.chain(({ query: text, variables }) =>
    damaged(text).map((changed) => ({ query: changed, variables })),
  );
  await fc.assert(
    fc.asyncProperty(document, async (body) => {
      await expectDocumented(await post(JSON.stringify(body)), body);
    }),
    { numRuns: 1_000 },
  );
});

test('so are variables of all kinds', async () => {
  const text = `query Q($yes: Boolean!, $no: Boolean! = false, $id: ID!, $first: Int = 1) {
    book(id: $id) { title similar(first: $first) { id } pages @skip(if: $yes) size @include(if: $no) { width } }
  }`;
  const member = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('b1', true, false, 3, null),
  );
  const variables = fc.oneof(
    fc.record({ yes: member, no: member, id: member, first: member }, { requiredKeys: [] }),
    fc.dictionary(fc.constantFrom('yes', 'id', '__proto__', 'constructor', 'x'), member),
  );
  await fc.assert(
    fc.asyncProperty(
      variables,
      fc.constantFrom(null, 'Q', 'R', ''),
      async (given, operationName) => {
        const body = { query: text, variables: given, operationName };
        await expectDocumented(await post(JSON.stringify(body)), body);
      },
    ),
    { numRuns: 600 },
  );
});

test('so are bodies and headers of all kinds', async () => {
  const whole = JSON.stringify({ query: '{ book { id } }', variables: {}, extensions: {} });
  const body = fc.oneof(damaged(whole), fc.json(), fc.string(), fc.constant(whole));
  const headers = fc.record(
    {
      accept: fc.constantFrom(
        '*/*',
        'application/json',
        'application/graphql-response+json',
        'text/html',
        'image/png',
        ';q=x',
      ),
      'content-type': fc.constantFrom(
        'application/json',
        'application/json; charset=utf-8',
        'text/plain',
        'application/json; charset=x',
        'multipart/form-data',
      ),
      'content-encoding': fc.constantFrom('identity', 'gzip', 'x'),
      'x-request-id': fc.constantFrom('1', 'x'.repeat(1_000)),
      'x-forwarded-for': fc.constantFrom('1.2.3.4', 'unknown, , ;', '::1'),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(body, headers, async (text, given) => {
      await expectDocumented(await post(text, given), { text, given });
    }),
    { numRuns: 600 },
  );
});

test('so are search parameters of all kinds', async () => {
  const parameters = fc.dictionary(
    fc.constantFrom('query', 'variables', 'operationName', 'extensions', 'x'),
    fc.oneof(
      fc.constant('{ book { id } }'),
      fc.json(),
      fc.string(),
      damaged('{ book { id title } }'),
    ),
  );
  await fc.assert(
    fc.asyncProperty(parameters, async (given) => {
      const search = new URLSearchParams(given).toString();
      await expectDocumented(await fetch(`${graph.url}?${search}`), given);
    }),
    { numRuns: 300 },
  );
});
