import { anonymous } from '@skillswap/kit/viewer';
import { createLog } from '@skillswap/kit/log';
import { buildSchema, OperationTypeNode, parse } from 'graphql';
import { expect, test } from 'vitest';
import type { Answered } from './answered.ts';
import type { Admitted } from './engine.ts';
import { shareInFlight } from './in-flight.ts';
import { defaultLimits } from './limits.ts';
import { prepareOperation } from './operation.ts';
import type { Caller } from './subgraph-client.ts';

const schema = buildSchema('type Query { a(b: Int): Int } type Mutation { a: Int }');
const policy = {
  limits: defaultLimits,
  accessRules: null,
  credentialFields: new Set<string>(),
  demandsPageSize: false,
  fieldCosts: null,
};

function admit(kind: OperationTypeNode, variables: Admitted['variables'] = {}): Admitted {
  const operation = operations[kind === OperationTypeNode.MUTATION ? 'mutation' : 'query'];
  return { operation, variables, denialKey: '', denied: new Set(), cost: 0 };
}

const operations = {
  query: prepareOperation(schema, policy, parse('query ($b: Int) { a(b: $b) }'), null),
  mutation: prepareOperation(schema, policy, parse('mutation { a }'), null),
};

/** An executor that answers when the test says, and a clock that the test moves. */
function start() {
  const time = { now: 0 };
  const runs: { caller: Caller; answer: (answered: Answered) => void }[] = [];
  const execute = shareInFlight(
    (_admitted, caller) => new Promise((answer) => runs.push({ caller, answer })),
    ({ viewer }) => JSON.stringify(viewer),
    () => time.now,
  );
  const ask = (admitted: Admitted, signal = new AbortController().signal) =>
    execute(admitted, {
      viewer: anonymous,
      requestId: 'r',
      clientAddress: null,
      acceptLanguage: null,
      deadline: Infinity,
      signal,
      log: () => createLog('gateway', 'silent'),
    });
  return { time, runs, ask };
}

const seven: Answered = { data: '7', errors: [], cost: 1 };

test('equal queries at the same time run once, and everybody gets the answer', async () => {
  const { runs, ask } = start();
  const all = [ask(admit(OperationTypeNode.QUERY)), ask(admit(OperationTypeNode.QUERY))];
  const other = ask(admit(OperationTypeNode.QUERY, { b: 1 }));
  expect(runs).toHaveLength(2);
  for (const { answer } of runs) answer(seven);
  expect(await Promise.all(all)).toEqual([
    { ...seven, bytes: Buffer.from('7') },
    { ...seven, bytes: Buffer.from('7') },
  ]);
  expect(await other).toEqual(seven);
});

test('a query that began long ago is not joined', () => {
  const { time, runs, ask } = start();
  void ask(admit(OperationTypeNode.QUERY));
  time.now = 99;
  void ask(admit(OperationTypeNode.QUERY));
  expect(runs).toHaveLength(1);
  time.now = 100;
  void ask(admit(OperationTypeNode.QUERY));
  expect(runs).toHaveLength(2);
});

test('a query is given up when everybody who waits for it has left, and then not joined', () => {
  const { runs, ask } = start();
  const leaving = [new AbortController(), new AbortController()];
  for (const { signal } of leaving) void ask(admit(OperationTypeNode.QUERY), signal);
  leaving[0]?.abort();
  expect(runs.map(({ caller }) => caller.signal.aborted)).toEqual([false]);
  leaving[1]?.abort();
  expect(runs.map(({ caller }) => caller.signal.aborted)).toEqual([true]);
  void ask(admit(OperationTypeNode.QUERY));
  expect(runs).toHaveLength(2);
});

test('mutations always run, and nobody joins a query from before one has ended', async () => {
  const { runs, ask } = start();
  void ask(admit(OperationTypeNode.QUERY));
  const mutations = [
    ask(admit(OperationTypeNode.MUTATION)),
    ask(admit(OperationTypeNode.MUTATION)),
  ];
  expect(runs).toHaveLength(3);
  runs[1]?.answer(seven);
  await mutations[0];
  void ask(admit(OperationTypeNode.QUERY));
  expect(runs).toHaveLength(4);
});
