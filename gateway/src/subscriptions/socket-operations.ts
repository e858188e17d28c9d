import type { IncomingHttpHeaders } from 'node:http';
import { OperationTypeNode } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { maskedError } from '@skillswap/kit/errors';
import type { Log } from '@skillswap/kit/log';
import type { Viewer } from '@skillswap/kit/viewer';
import { toResponseText, type Answered } from '../answered.ts';
import type { Budgets, Spending } from '../budgets/budgets.ts';
import { startDeadline } from '../deadline.ts';
import type { Admitted, Engine } from '../engine.ts';
import type { Graph } from '../graph.ts';
import {
  observeOperation,
  type Observation,
  type ObservedOperation,
} from '../observe-operation.ts';
import { documentOfMessage } from '../operations/document-id.ts';
import type { FindDocument } from '../operations/find-document.ts';
import { operationLog } from '../operation-log.ts';
import { Refusal } from '../refusal.ts';
import { nothingThere } from './refusals.ts';
import {
  subscribe,
  type Outlet,
  type Subscriber,
  type SubscriptionOptions,
} from './subscription.ts';

/** What sockets use of a graph. */
export type OfferedGraph = Pick<Graph, 'engine' | 'contractOf' | 'sourceOf'>;

/** What operations on sockets need. */
export interface SocketOperationOptions extends SubscriptionOptions {
  /** The graph that new operations run on. */
  readonly graph: () => OfferedGraph;
  readonly findDocument: FindDocument;
  /** Null where nobody has one. */
  readonly budgets: Budgets | null;
  readonly requestTimeoutMilliseconds: number;
  readonly observation: Observation;
}

/** Who runs operations on a socket. */
export interface SocketClient extends Subscriber {
  readonly clientAddress: string | null;
  /** Of the request that the socket was opened with, what operators want to know. */
  readonly headers: IncomingHttpHeaders;
}

/** The client's end of an operation. */
export interface OperationOutlet extends Outlet {
  /** The one answer of a query or mutation, as JSON text. */
  answer(text: string): void;
}

/** An operation that runs. */
export interface RunningOperation {
  readonly engine: Engine;
  readonly stop: () => void;
}

/** Whether the client still wants the operation, and how it is ended. */
interface Life {
  isStopped: boolean;
  stop: () => void;
}

/** What is asked on a socket, of which graph. */
interface Asked {
  readonly graph: OfferedGraph;
  readonly client: SocketClient;
  readonly payload: SubscribePayload;
}

/** Runs an operation for the socket's viewer, or tells the outlet why not. */
export function startOperation(
  options: SocketOperationOptions,
  client: SocketClient,
  payload: SubscribePayload,
  outlet: OperationOutlet,
): RunningOperation {
  const graph = options.graph();
  const life: Life = { isStopped: false, stop: () => undefined };
  void run(options, { graph, client, payload }, outlet, life);
  return runningOperation(graph.engine, life);
}

/** Keeps nothing else: thousands of subscriptions live for days. */
function runningOperation(engine: Engine, life: Life): RunningOperation {
  return {
    engine,
    stop: () => {
      life.isStopped = true;
      life.stop();
    },
  };
}

/** Answers a query or mutation, or begins a subscription. Never rejects. */
async function run(
  options: SocketOperationOptions,
  asked: Asked,
  outlet: OperationOutlet,
  life: Life,
): Promise<void> {
  const { graph, client } = asked;
  const requestId = crypto.randomUUID();
  const observed = observeOperation(options.observation, requestId, 'socket', client.headers);
  const hasStopped = (): boolean => life.isStopped;
  try {
    const { viewer } = client.credential;
    const { admitted, hash, spending } = await admitOnSocket(options, asked);
    observed.admitted(admitted, hash, viewer);
    if (hasStopped()) return;
    if (admitted.operation.kind === OperationTypeNode.SUBSCRIPTION) {
      const { primary } = await graph.engine.planOf(admitted);
      if (hasStopped()) return;
      // Nothing of it is left for this viewer.
      if (primary === null) throw nothingThere();
      const { engine, sourceOf } = graph;
      const wanted = { engine, admitted, source: sourceOf(primary), client, requestId };
      observed.begun();
      life.stop = subscribe(options, wanted, outlet);
    } else {
      const answered = await execute(
        options,
        asked,
        { admitted, viewer, requestId, observed },
        life,
      );
      observed.answered(answered);
      const cost = spending?.settle(answered.cost);
      outlet.answer(toResponseText(answered, cost && JSON.stringify({ cost })));
    }
  } catch (error) {
    const refusal = error instanceof Refusal ? error : masked(options.log, requestId, error);
    observed.refused(refusal);
    outlet.refuse(refusal);
  } finally {
    if (hasStopped()) observed.left();
    observed.end(null);
  }
}

/**
 * Throws a {@link Refusal} when the operation may not run. A subscription is paid for when it starts,
 * as one event of it: events are others' doing, and a sequence must not have holes.
 */
async function admitOnSocket(
  { budgets, findDocument }: SocketOperationOptions,
  { graph, client, payload }: Asked,
): Promise<{
  readonly admitted: Admitted;
  readonly hash: string;
  readonly spending: Spending | undefined;
}> {
  const { credential, clientAddress } = client;
  const { viewer } = credential;
  const contract = graph.contractOf(viewer);
  const { document, hash } = findDocument(documentOfMessage(payload), viewer, contract);
  const { operationName, variables } = payload;
  const request = { operationName: operationName ?? null, variables: variables ?? {} };
  const admitted = contract.admit(document, request, viewer);
  const spending = await budgets?.spend({ viewer, clientAddress }, admitted.cost);
  return { admitted, hash, spending };
}

/** A query or mutation that may run. */
interface Execution {
  readonly admitted: Admitted;
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly observed: ObservedOperation;
}

/** Runs a query or mutation, until its client wants it no more. */
async function execute(
  { requestTimeoutMilliseconds, log }: SocketOperationOptions,
  { graph, client: { clientAddress, acceptLanguage } }: Asked,
  { admitted, viewer, requestId, observed: { trace } }: Execution,
  life: Life,
): Promise<Answered> {
  const deadline = startDeadline(requestTimeoutMilliseconds);
  life.stop = deadline.leave;
  try {
    return await graph.engine.execute(admitted, {
      ...{ viewer, requestId, clientAddress, acceptLanguage, trace },
      log: () => operationLog(log, requestId, admitted.operation, viewer),
      deadline: deadline.at,
      signal: deadline.signal,
    });
  } finally {
    deadline.end();
  }
}

function masked(log: Log, requestId: string, error: unknown): Refusal {
  log.error({ err: error, requestId }, 'an operation failed');
  const { message, extensions } = maskedError();
  return new Refusal(200, [{ message, extensions: { ...extensions, requestId } }]);
}
