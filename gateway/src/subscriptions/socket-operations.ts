import {
  GraphQLError,
  OperationTypeNode,
  type ExecutionArgs,
  type GraphQLFormattedError,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { maskedError } from '@skillswap/kit/errors';
import type { Log } from '@skillswap/kit/log';
import type { Budgets } from '../budgets/budgets.ts';
import type { ContractOf } from '../contracts.ts';
import { startDeadline } from '../deadline.ts';
import { toResult, type Result } from '../execution-result.ts';
import type { Metrics } from '../metrics.ts';
import { operationLog } from '../operation-log.ts';
import { Refusal } from '../refusal.ts';
import { readTask, type Task } from '../task.ts';
import { joinEvents, nothingThere, type JoinOptions } from './joined-events.ts';
import type { OpenSocket } from './open-sockets.ts';

/** What operations on sockets need. */
export interface SocketOperationOptions extends JoinOptions {
  readonly contractOf: ContractOf;
  /** Null where nobody has one. */
  readonly budgets: Budgets | null;
  readonly metrics: Metrics;
  readonly log: Log;
}

/**
 * Admits an operation for the socket's viewer, or answers why not. A subscription is paid for when it
 * starts, as one event of it: events are others' doing, and a sequence must not have holes.
 */
export async function admitOnSocket(
  options: SocketOperationOptions,
  socket: OpenSocket,
  payload: SubscribePayload,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const requestId = crypto.randomUUID();
  try {
    const { viewer } = socket.credential;
    const { documents, admit, schema } = options.contractOf(viewer);
    const { document } = documents.read(payload.query);
    const { operationName = null, variables } = payload;
    const admitted = admit(document, { operationName, variables: variables ?? {} }, viewer);
    const { clientAddress, acceptLanguage, closed: signal } = socket;
    const spending = await options.budgets?.spend({ viewer, clientAddress }, admitted.cost);
    const isSubscription = admitted.operation.kind === OperationTypeNode.SUBSCRIPTION;
    const plan = isSubscription ? await options.engine.planOf(admitted) : null;
    if (plan?.primary === null) throw nothingThere();
    const log = operationLog(options.log, requestId, admitted.operation, viewer);
    log.info('started on a socket');
    const deadline = Infinity;
    const caller = { viewer, requestId, clientAddress, acceptLanguage, deadline, signal, log };
    const resume = () => {
      socket.close(1012, 'Resume from your cursor');
    };
    const contextValue: { readonly task: Task } = { task: { admitted, caller, spending, resume } };
    return { schema, document, operationName, contextValue };
  } catch (error) {
    if (error instanceof Refusal) return error.errors.map(toError);
    options.log.error({ err: error, requestId }, 'an operation failed');
    return [maskedError()];
  }
}

/** Runs a query or mutation. */
export async function executeOnSocket(
  { engine, eventTimeoutMilliseconds, metrics }: SocketOperationOptions,
  { contextValue }: ExecutionArgs,
): Promise<Result> {
  const { admitted, caller, spending } = readTask(contextValue);
  const deadline = startDeadline(eventTimeoutMilliseconds);
  const { signal } = deadline;
  caller.signal.addEventListener('abort', deadline.leave);
  try {
    const answered = await engine.execute(admitted, { ...caller, deadline: deadline.at, signal });
    return toResult(answered, spending?.settle(answered.cost));
  } finally {
    caller.signal.removeEventListener('abort', deadline.leave);
    deadline.end();
    metrics.observeOperation(admitted.operation.kind, deadline.elapsedSeconds());
  }
}

/** Starts a subscription; its events are counted out when it ends in whatever way. */
export async function subscribeOnSocket(
  options: SocketOperationOptions,
  { contextValue }: ExecutionArgs,
): Promise<AsyncIterableIterator<Result>> {
  const { admitted, caller, resume = () => undefined } = readTask(contextValue);
  const events = await joinEvents(options, admitted, { caller, resume });
  options.metrics.countSubscriptions(1);
  let isOver = false;
  const end = () => {
    if (!isOver) options.metrics.countSubscriptions(-1);
    isOver = true;
  };
  const results: AsyncIterableIterator<Result> = {
    async next() {
      try {
        const event = await events.next();
        if (event.done !== true) return { done: false, value: toResult(event.value) };
      } catch (error) {
        end();
        throw error;
      }
      end();
      return { done: true, value: undefined };
    },
    async return() {
      end();
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
}

/** A refusal's error as graphql-ws takes it. */
export function toError({ message, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { extensions });
}

/** What leaves for an error that ended a subscription. */
export function tell(error: GraphQLError, log: Log): readonly GraphQLFormattedError[] {
  if (error.originalError instanceof Refusal) return error.originalError.errors;
  if (error.originalError === undefined) return [error.toJSON()];
  log.error({ err: error.originalError }, 'a subscription failed');
  return [maskedError().toJSON()];
}
