import type { IncomingHttpHeaders } from 'node:http';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace as traces,
  type Context,
  type Span,
} from '@opentelemetry/api';
import { readTraceparent, type Tracing } from '@skillswap/kit/tracing';
import type { Viewer } from '@skillswap/kit/viewer';
import type { Answered } from './answered.ts';
import { readClientLabels } from './client-labels.ts';
import type { Admitted } from './engine.ts';
import type { Metrics } from './metrics.ts';
import { viewerLabel, type OperationLines } from './operation-log.ts';
import type { PreparedOperation } from './operation.ts';
import type { Refusal } from './refusal.ts';

/** How an operation ended. */
export type Outcome = 'ok' | 'partial' | 'failed' | 'refused' | 'timeout' | 'left';

/** What {@link observeOperation} needs. */
export interface Observation {
  readonly metrics: Metrics;
  readonly lines: OperationLines;
  /** Null while tracing is off. */
  readonly tracing: Tracing | null;
}

/** How an operation came. */
export type Transport = 'http' | 'socket';

/**
 * One operation as operators see it: figures, one line in the log, one span. Of a subscription it is
 * how it began.
 */
export interface ObservedOperation {
  /** Where the spans of its parts belong; null while tracing is off. */
  readonly trace: Context | null;
  /** Says what is run, and for whom. */
  admitted(admitted: Admitted, hash: string, viewer: Viewer): void;
  answered(answered: Answered): void;
  /** A subscription runs. */
  begun(): void;
  refused(refusal: Refusal): void;
  /** The client left before its answer. */
  left(): void;
  /** `status` is that of HTTP, and null where there is none. */
  end(status: number | null): void;
}

/**
 * Begins to observe. A client's own `traceparent` is linked and not continued: whoever may say which
 * trace a request belongs to also decides whether it is recorded.
 */
export function observeOperation(
  { metrics, lines, tracing }: Observation,
  requestId: string,
  transport: Transport,
  headers: IncomingHttpHeaders,
): ObservedOperation {
  const started = performance.now();
  const span = tracing === null ? null : startSpan(tracing, requestId, transport, headers);
  let admitted: Admitted | null = null;
  let spent: number | null = null;
  let hash: string | null = null;
  let viewer: Viewer | null = null;
  let outcome: Outcome = 'failed';
  let code: string | null = null;
  metrics.countRunning(1);

  return {
    trace: span === null ? null : traces.setSpan(ROOT_CONTEXT, span),
    admitted(ran, ranHash, ranFor) {
      admitted = ran;
      hash = ranHash;
      viewer = ranFor;
    },
    answered({ data, errors, cost }) {
      spent = cost;
      const [first] = errors;
      if (first === undefined) outcome = 'ok';
      else {
        outcome = data === 'null' ? 'failed' : 'partial';
        code = textOrNull(first.extensions['code']);
      }
    },
    begun() {
      outcome = 'ok';
    },
    refused(refusal) {
      code = textOrNull(refusal.errors[0]?.extensions?.['code']);
      outcome = code === 'GATEWAY_TIMEOUT' ? 'timeout' : 'refused';
      if (code === 'INTERNAL_SERVER_ERROR') outcome = 'failed';
      if (outcome === 'refused') metrics.countRefusal(code ?? '');
    },
    left() {
      outcome = 'left';
    },
    end(status) {
      const seconds = (performance.now() - started) / 1000;
      const client = readClientLabels(headers);
      const operation = admitted?.operation ?? null;
      const price = admitted?.cost ?? null;
      metrics.countRunning(-1);
      metrics.observeOperation(operation?.kind ?? 'unknown', seconds, outcome);
      metrics.countClient(client.name);
      if (span !== null) endSpan(span, { operation, hash, outcome, code, status });
      lines.write(() => ({
        requestId,
        transport,
        ...(span !== null && { traceId: span.spanContext().traceId }),
        kind: operation?.kind ?? null,
        operation: operation?.name?.slice(0, mostNameLength) ?? null,
        hash,
        client: client.name,
        clientVersion: client.version,
        viewer: viewer === null ? null : viewerLabel(viewer),
        outcome,
        code,
        status,
        price,
        spent,
        seconds: Math.round(seconds * 1e6) / 1e6,
      }));
    },
  };
}

const mostNameLength = 100;

function startSpan(
  { tracer }: Tracing,
  requestId: string,
  transport: Transport,
  { traceparent }: IncomingHttpHeaders,
): Span {
  const claimed = readTraceparent(typeof traceparent === 'string' ? traceparent : undefined);
  return tracer.startSpan(
    transport === 'http' ? 'POST /graphql' : 'message /graphql',
    {
      kind: SpanKind.SERVER,
      attributes: { 'skillswap.request_id': requestId },
      links: claimed === null ? [] : [{ context: claimed }],
    },
    ROOT_CONTEXT,
  );
}

interface Ended {
  readonly operation: PreparedOperation | null;
  readonly hash: string | null;
  readonly outcome: Outcome;
  readonly code: string | null;
  readonly status: number | null;
}

function endSpan(span: Span, { operation, hash, outcome, code, status }: Ended): void {
  span.setAttribute('skillswap.outcome', outcome);
  if (operation !== null) {
    // A client chooses the name; the hash tells documents apart.
    span.updateName(`graphql ${operation.kind}`);
    span.setAttribute('graphql.operation.type', operation.kind);
    if (operation.name !== null) {
      span.setAttribute('graphql.operation.name', operation.name.slice(0, mostNameLength));
    }
  }
  if (hash !== null) span.setAttribute('graphql.document.hash', hash);
  if (status !== null) span.setAttribute('http.response.status_code', status);
  if (code !== null) span.setAttribute('error.type', code);
  if (outcome === 'failed' || outcome === 'timeout') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

/** Runs a part of an operation in a span of its own; only while tracing is on. */
export async function inStep<Result>(
  { tracer }: Tracing,
  parent: Context,
  name: string,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  const span = tracer.startSpan(name, {}, parent);
  try {
    return await work();
  } finally {
    span.end();
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
