import { setImmediate as turn } from 'node:timers/promises';
import { anonymous } from '@skillswap/kit/viewer';
import { expect, test } from 'vitest';
import { createCancellation } from '../cancellation.ts';
import type { SubgraphClient } from '../subgraph-client.ts';
import { createEntityRequests, type EntityRequests } from './entity-requests.ts';
import { rootPath } from './result-tree.ts';
import type { EntityFetch } from './send-asked.ts';

function fetchOf(field: string): EntityFetch {
  return {
    kind: 'Fetch',
    subgraph: 'users',
    operation: 'query',
    document: '',
    bodyStart: `{"query":"${field}","variables":{`,
    variables: [],
    path: rootPath,
    entities: {
      represent: () => null,
      selection: `{...on User{${field}}}`,
      operationName: field,
      isCombinable: true,
      definitions: [],
    },
    outputRewrites: [],
    fields: new Set([field]),
    bringsObjects: false,
  };
}

/** Requests whose subgraph answers each list with the name of what it is called. */
function collect(): { readonly requests: EntityRequests; readonly sent: string[] } {
  const sent: string[] = [];
  const client: SubgraphClient = {
    send: (_subgraph, _operation, body) => {
      sent.push(body);
      const names = body.match(/entities\d|_entities/g) ?? ['_entities'];
      const data = Object.fromEntries(names.map((name) => [name, [{ name }]]));
      return Promise.resolve({ data, errors: undefined });
    },
    leftAlone: () => [],
    describe: () => ({ message: '', extensions: {} }),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
  const caller = {
    viewer: anonymous,
    requestId: '',
    clientAddress: null,
    acceptLanguage: null,
    deadline: Infinity,
    signal: createCancellation(),
    log: () => {
      throw new Error('nothing is to be told');
    },
  };
  return {
    requests: createEntityRequests({ client, caller, variables: {}, remembers: true }),
    sent,
  };
}

test('what branches of a plan ask of one subgraph in one turn of the event loop is one request', async () => {
  const { requests, sent } = collect();
  const first = requests.ask(fetchOf('name'), ['{"id":"1"}']);
  for (let hops = 0; hops < 20; hops += 1) await Promise.resolve();
  const second = requests.ask(fetchOf('rating'), ['{"id":"2"}']);
  expect(await Promise.all([first, second])).toEqual([
    { entities: [{ name: 'entities0' }], errors: [] },
    { entities: [{ name: 'entities1' }], errors: [] },
  ]);
  expect(sent).toHaveLength(1);
});

test('what is asked in a later turn does not wait', async () => {
  const { requests, sent } = collect();
  const first = requests.ask(fetchOf('name'), ['{"id":"1"}']);
  await turn();
  await first;
  await requests.ask(fetchOf('rating'), ['{"id":"2"}']);
  expect(sent).toHaveLength(2);
});
