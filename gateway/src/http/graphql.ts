import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Log } from '@skillswap/kit/log';
import { maskedError } from '@skillswap/kit/errors';
import { frameResponse, toResponseText, type Answered } from '../answered.ts';
import type { Budgets, CostReport } from '../budgets/budgets.ts';
import type { Admitted } from '../engine.ts';
import type { ServedGraph } from '../served-graph.ts';
import {
  inStep,
  observeOperation,
  type Observation,
  type ObservedOperation,
} from '../observe-operation.ts';
import type { FindDocument } from '../operations/find-document.ts';
import { budgetOf } from '../partners/quotas.ts';
import type { AuthenticateRequest } from '../partners/request-credential.ts';
import { operationLog } from '../operation-log.ts';
import type { ClientError } from '../execution/failures.ts';
import type { Places } from '../overload.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { KnownOperation } from '../registry/registry.ts';
import { startDeadline, type Deadline } from '../deadline.ts';
import { writeAnswer, writeRefused } from './answer.ts';
import { clientAddress } from './client-address.ts';
import type { Cors } from './cors.ts';
import type { Exchange } from './exchange.ts';
import { negotiate, plainJson, type Negotiated } from './negotiation.ts';
import { readGet, readPost, type Parameters } from './parameters.ts';

/** What {@link createGraphqlHandler} needs. */
export interface GraphqlHandlerOptions {
  /** The graph that new operations run on. */
  readonly graph: () => ServedGraph;
  readonly authenticate: AuthenticateRequest;
  readonly findDocument: FindDocument;
  readonly cors: Cors;
  /** Null where nobody has one: answers then do not tell what they cost. */
  readonly budgets: Budgets | null;
  readonly places: Places;
  readonly trustedProxies: number;
  /** Headers that are passed on to subgraphs as they come, in lower case. */
  readonly forwardedHeaders: readonly string[];
  readonly requestTimeoutMilliseconds: number;
  readonly observation: Observation;
  readonly log: Log;
}

/** Answers one request to `/graphql`; never rejects. */
export type GraphqlHandler = (exchange: Exchange) => Promise<void>;

/** The GraphQL-over-HTTP entrance: everything that can be refused is refused before planning. */
export function createGraphqlHandler(options: GraphqlHandlerOptions): GraphqlHandler {
  return async (exchange) => {
    const { headers } = exchange;
    const requestId = randomUUID();
    const told = [...options.cors.headersFor(headers.origin), 'x-request-id', requestId];
    const observed = observeOperation(options.observation, requestId, 'http', headers);
    let negotiated = plainJson;
    let leave: (() => void) | null = null;
    try {
      negotiated = negotiate(headers.accept);
      leave = options.places.enter();
      await answer(options, exchange, { negotiated, requestId, observed, told });
    } catch (error) {
      const refusal = toRefusal(error, requestId, options.log);
      observed.refused(refusal);
      writeRefused(exchange, refusal, negotiated, told);
    } finally {
      const status = exchange.status();
      if (status === null) observed.left();
      observed.end(status);
      leave?.();
    }
  };
}

/** What is known of a request before it is read. */
interface Incoming {
  readonly negotiated: Negotiated;
  readonly requestId: string;
  readonly observed: ObservedOperation;
  /** Headers of its answer, names and values in turn. */
  readonly told: string[];
}

async function answer(
  options: GraphqlHandlerOptions,
  exchange: Exchange,
  { negotiated, requestId, observed, told }: Incoming,
): Promise<void> {
  const { headers } = exchange;
  const { trace } = observed;
  const { tracing } = options.observation;
  const isTraced = tracing !== null && trace !== null;
  const parameters = isTraced
    ? await inStep(tracing, trace, 'read', () => readParameters(exchange))
    : await readParameters(exchange);
  const { viewer, key } = await options.authenticate(headers);
  // One graph for the whole request, whatever takes its place meanwhile.
  const { contractOf, execute } = options.graph();
  const contract = contractOf(viewer);
  const read = (): { admitted: Admitted; hash: string } => {
    const { document, hash, operation } = options.findDocument(parameters, viewer, contract);
    announceEnd(told, operation);
    return { admitted: contract.admit(document, parameters, viewer), hash };
  };
  const { admitted, hash } = isTraced ? await inStep(tracing, trace, 'admit', read) : read();
  observed.admitted(admitted, hash, viewer);
  checkMethod(exchange, admitted.operation.kind);
  const spender = { viewer, clientAddress: clientAddress(exchange, options.trustedProxies) };
  const agreed = key === null ? null : budgetOf(key.partner);
  const spending =
    options.budgets === null
      ? null
      : await options.budgets.spend({ ...spender, agreed }, admitted.cost);
  const deadline = startDeadline(options.requestTimeoutMilliseconds);
  exchange.onLeft(deadline.leave);
  const caller = {
    ...spender,
    requestId,
    acceptLanguage: headers['accept-language'] ?? null,
    forwarded: pick(headers, options.forwardedHeaders),
    deadline: deadline.at,
    signal: deadline.signal,
    trace,
    log: () => operationLog(options.log, requestId, admitted.operation, viewer),
  };
  try {
    const answered = await execute(admitted, caller);
    observed.answered(answered);
    const cost = spending?.settle(answered.cost);
    writeAnswered(exchange, answered, { negotiated, deadline, cost, told });
  } finally {
    deadline.end();
  }
}

/** Of what clients send nothing reaches subgraphs but these headers. */
function pick(
  headers: IncomingHttpHeaders,
  names: readonly string[],
): Readonly<Record<string, string>> {
  if (names.length === 0) return nothing;
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = headers[name];
    if (typeof value === 'string') picked[name] = value;
  }
  return picked;
}

const nothing = Object.freeze({});

/** Says since when an operation is deprecated, as RFC 9745 does. */
function announceEnd(told: string[], operation: KnownOperation | null): void {
  const at = operation?.deprecatedAt ?? null;
  if (at !== null) told.push('deprecation', `@${String(Math.floor(at / 1000))}`);
}

function readParameters(exchange: Exchange): Parameters | Promise<Parameters> {
  if (exchange.method === 'POST') return readPost(exchange);
  const [, search = ''] = exchange.url.split('?', 2);
  return readGet(new URLSearchParams(search));
}

function checkMethod({ method }: Exchange, kind: string): void {
  if (method === 'GET' && kind !== 'query') {
    const message = 'GET runs queries only. Send a POST.';
    throw refuse(405, 'METHOD_NOT_ALLOWED', message, { allow: 'POST' });
  }
  if (kind === 'subscription') {
    const message = 'Subscriptions run over a WebSocket with graphql-transport-ws.';
    throw refuse(400, 'BAD_REQUEST', message);
  }
}

/** How an answer is written. */
interface Writing extends Pick<Incoming, 'negotiated' | 'told'> {
  readonly deadline: Deadline;
  readonly cost: CostReport | undefined;
}

function writeAnswered(
  exchange: Exchange,
  answered: Answered,
  { negotiated, deadline, cost, told }: Writing,
): void {
  if (exchange.hasLeft()) return;
  if (deadline.hasPassed()) throw refuse(504, 'GATEWAY_TIMEOUT', 'The answer took too long.');
  const status = statusOf(answered, told);
  const extensions = cost === undefined ? undefined : JSON.stringify({ cost });
  const { bytes } = answered;
  const body =
    bytes === undefined
      ? toResponseText(answered, extensions)
      : { ...frameResponse(answered, extensions), bytes };
  writeAnswer(exchange, status, negotiated, body, told);
}

/** Says when to come back if a field was limited, or if all of the answer is not to be had now. */
function statusOf({ data, errors }: Answered, told: string[]): number {
  if (errors.length === 0) return 200;
  const [limited] = errors.filter(({ extensions: { code } }) => code === 'RATE_LIMITED');
  const [away] = errors.filter(({ extensions: { code } }) => code === 'SERVICE_UNAVAILABLE');
  const reason = limited ?? (data === 'null' ? away : undefined);
  if (reason === undefined) return 200;
  told.push('retry-after', String(retryAfter(reason)));
  return reason === limited ? 429 : 503;
}

function retryAfter({ extensions: { retryAfterSeconds: seconds } }: ClientError): number {
  return typeof seconds === 'number' ? Math.max(1, Math.ceil(seconds)) : 1;
}

function toRefusal(error: unknown, requestId: string, log: Log): Refusal {
  if (error instanceof Refusal) return error;
  log.error({ err: error, requestId }, 'a request failed');
  const { message, extensions } = maskedError();
  return new Refusal(200, [{ message, extensions: { ...extensions, requestId } }]);
}
