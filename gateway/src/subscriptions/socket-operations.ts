import { OperationTypeNode } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { maskedError } from '@skillswap/kit/errors';
import type { Log } from '@skillswap/kit/log';
import { toResponseText } from '../answered.ts';
import type { Credential } from '../authentication.ts';
import type { Budgets, Spending } from '../budgets/budgets.ts';
import { startDeadline } from '../deadline.ts';
import type { Admitted, Engine } from '../engine.ts';
import type { Graph } from '../graph.ts';
import { documentOfMessage } from '../operations/document-id.ts';
import type { FindDocument } from '../operations/find-document.ts';
import { operationLog } from '../operation-log.ts';
import { Refusal } from '../refusal.ts';
import type { Caller } from '../subgraph-client.ts';
import { nothingThere } from './refusals.ts';
import { subscribe, type Outlet, type SubscriptionOptions } from './subscription.ts';

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
  readonly log: Log;
}

/** Who runs operations on a socket. */
export interface SocketClient {
  /** Replaced when a ping brings a fresh token. */
  readonly credential: () => Credential;
  readonly clientAddress: string | null;
  readonly acceptLanguage: string | null;
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

/** Runs an operation for the socket's viewer, or tells the outlet why not. */
export function startOperation(
  options: SocketOperationOptions,
  client: SocketClient,
  payload: SubscribePayload,
  outlet: OperationOutlet,
): RunningOperation {
  const graph = options.graph();
  const requestId = crypto.randomUUID();
  let isStopped = false;
  let stop = (): void => undefined;
  const hasStopped = (): boolean => isStopped;

  const start = async (): Promise<void> => {
    const { viewer } = client.credential();
    const { clientAddress, acceptLanguage } = client;
    const { admitted, spending } = await admitOnSocket(options, graph, client, payload);
    if (hasStopped()) return;
    const { engine, sourceOf } = graph;
    const log = operationLog(options.log, requestId, admitted.operation, viewer);
    const caller = { viewer, requestId, clientAddress, acceptLanguage, log: () => log };
    if (admitted.operation.kind !== OperationTypeNode.SUBSCRIPTION) {
      log.info('started on a socket');
      stop = execute(options, { engine, admitted, spending, caller }, outlet);
      return;
    }
    const { primary } = await engine.planOf(admitted);
    if (hasStopped()) return;
    // Nothing of it is left for this viewer.
    if (primary === null) throw nothingThere();
    log.info('started on a socket');
    const source = sourceOf(primary);
    const current = () => client.credential().viewer;
    const wanted = { engine, admitted, source, viewer: current, acceptLanguage, log };
    stop = subscribe(options, wanted, outlet);
  };
  start().catch((error: unknown) => {
    const refusal = error instanceof Refusal ? error : masked(options.log, requestId, error);
    options.metrics.countRefusal(refusal.code);
    outlet.refuse(refusal);
  });

  return {
    engine: graph.engine,
    stop: () => {
      isStopped = true;
      stop();
    },
  };
}

/**
 * Throws a {@link Refusal} when the operation may not run. A subscription is paid for when it starts,
 * as one event of it: events are others' doing, and a sequence must not have holes.
 */
async function admitOnSocket(
  { budgets, findDocument }: SocketOperationOptions,
  { contractOf }: OfferedGraph,
  { credential, clientAddress }: SocketClient,
  payload: SubscribePayload,
): Promise<{ readonly admitted: Admitted; readonly spending: Spending | undefined }> {
  const { viewer } = credential();
  const contract = contractOf(viewer);
  const { document } = findDocument(documentOfMessage(payload), viewer, contract);
  const { operationName, variables } = payload;
  const request = { operationName: operationName ?? null, variables: variables ?? {} };
  const admitted = contract.admit(document, request, viewer);
  const spending = await budgets?.spend({ viewer, clientAddress }, admitted.cost);
  return { admitted, spending };
}

/** A query or mutation that may run. */
interface Execution {
  readonly engine: Engine;
  readonly admitted: Admitted;
  readonly spending: Spending | undefined;
  readonly caller: Omit<Caller, 'deadline' | 'signal'>;
}

/** Runs a query or mutation; returns how to abandon it. */
function execute(
  { requestTimeoutMilliseconds, metrics, log }: SocketOperationOptions,
  { engine, admitted, spending, caller }: Execution,
  outlet: OperationOutlet,
): () => void {
  const deadline = startDeadline(requestTimeoutMilliseconds);
  const { at, signal } = deadline;
  engine
    .execute(admitted, { ...caller, deadline: at, signal })
    .then((answered) => {
      const cost = spending?.settle(answered.cost);
      outlet.answer(toResponseText(answered, cost && JSON.stringify({ cost })));
    })
    .catch((error: unknown) => {
      outlet.refuse(masked(log, caller.requestId, error));
    })
    .finally(() => {
      deadline.end();
      metrics.observeOperation(admitted.operation.kind, deadline.elapsedSeconds());
    });
  return deadline.leave;
}

function masked(log: Log, requestId: string, error: unknown): Refusal {
  log.error({ err: error, requestId }, 'an operation failed');
  const { message, extensions } = maskedError();
  return new Refusal(200, [{ message, extensions: { ...extensions, requestId } }]);
}
