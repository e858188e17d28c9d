import { AsyncLocalStorage } from 'node:async_hooks';
import {
  diag,
  DiagLogLevel,
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Attributes,
  type Context,
  type Span,
  type SpanContext,
  type Tracer,
} from '@opentelemetry/api';
import { z } from 'zod';
import { createLog } from './log.ts';

/** Records spans and sends them; there is none of it while tracing is off. */
export interface Tracing extends AsyncDisposable {
  readonly tracer: Tracer;
}

/** OpenTelemetry's own variables, as far as they are checked; its packages read the others. */
export const tracingVariables = {
  OTEL_SDK_DISABLED: z.enum(['true', 'false']).default('false'),
  OTEL_TRACES_EXPORTER: z.enum(['otlp', 'none']).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url('must be a URL').optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.url('must be a URL').optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z.enum(['http/protobuf', 'http/json']).default('http/protobuf'),
  OTEL_TRACES_SAMPLER: z
    .enum([
      ...(['always_on', 'always_off', 'traceidratio'] as const),
      ...(['parentbased_always_on', 'parentbased_always_off', 'parentbased_traceidratio'] as const),
    ])
    .optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).optional(),
} as const;

/** What {@link tracingVariables} read. */
export type TracingSettings = z.infer<z.ZodObject<typeof tracingVariables>>;

const defaultEndpoint = 'http://localhost:4318';

/** Where spans go; null while tracing is off, as it is unless a variable turns it on. */
export function tracesEndpoint(settings: TracingSettings): string | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own } = settings;
  const isWanted =
    settings.OTEL_TRACES_EXPORTER === 'otlp' || base !== undefined || own !== undefined;
  const isOff = settings.OTEL_SDK_DISABLED === 'true' || settings.OTEL_TRACES_EXPORTER === 'none';
  if (isOff || !isWanted) return null;
  return own ?? `${(base ?? defaultEndpoint).replace(/\/$/, '')}/v1/traces`;
}

/**
 * Starts to record spans as `service` and to send them over OTLP/HTTP, or returns null. Its packages
 * are loaded only then. Disposing sends what is left.
 */
export async function startTracing(
  service: string,
  settings: TracingSettings,
): Promise<Tracing | null> {
  const url = tracesEndpoint(settings);
  if (url === null) return null;
  const [sdk, { detectResources, envDetector, resourceFromAttributes }, exporter] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-base'),
      import('@opentelemetry/resources'),
      settings.OTEL_EXPORTER_OTLP_PROTOCOL === 'http/json'
        ? import('@opentelemetry/exporter-trace-otlp-http')
        : import('@opentelemetry/exporter-trace-otlp-proto'),
    ]);
  const log = createLog(service, 'warn');
  const warn = (message: string) => {
    log.warn({ reason: message }, 'traces cannot be sent');
  };
  const ignore = () => undefined;
  const logger = { error: warn, warn, info: ignore, debug: ignore, verbose: ignore };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const provider = new sdk.BasicTracerProvider({
    resource: detectResources({ detectors: [envDetector] }).merge(
      // Seven services share one environment, so their names are not taken from there.
      resourceFromAttributes({ 'service.namespace': 'skillswap', 'service.name': service }),
    ),
    spanProcessors: [new sdk.BatchSpanProcessor(new exporter.OTLPTraceExporter({ url }))],
  });
  return {
    tracer: provider.getTracer('skillswap'),
    [Symbol.asyncDispose]: () => provider.shutdown(),
  };
}

/** What runs at the moment, for the drivers of stores, which are not told on whose behalf. */
const running = new AsyncLocalStorage<Context>();

/** The context of the span that this code runs in; null outside of spans and while tracing is off. */
export function currentTrace(): Context | null {
  return running.getStore() ?? null;
}

/** How {@link inSpan} describes a span. */
export interface SpanOptions {
  readonly kind: SpanKind;
  /** The span above; without one a trace of its own begins. */
  readonly parent: SpanContext | null;
  readonly attributes: Attributes;
}

/**
 * Runs `work` in a span; whatever stores it uses appear below. What goes wrong marks the span, by
 * its kind only: messages may quote data.
 */
export async function inSpan<Result>(
  tracing: Tracing | null,
  name: string,
  { kind, parent, attributes }: SpanOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  if (tracing === null) return work();
  const above = parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent);
  const span = tracing.tracer.startSpan(name, { kind, attributes }, above);
  try {
    return await running.run(trace.setSpan(above, span), work);
  } catch (error) {
    markFailed(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** Says that what a span stands for went wrong. */
export function markFailed(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', error instanceof Error ? error.name : 'unknown');
}

/** The header `traceparent` that puts the receiver's span below this context's; none when off. */
export function traceHeaders(context: Context | null): Readonly<Record<string, string>> {
  const span = context === null ? undefined : trace.getSpanContext(context);
  if (span === undefined) return {};
  const flags = (span.traceFlags & TraceFlags.SAMPLED).toString(16).padStart(2, '0');
  return { traceparent: `00-${span.traceId}-${span.spanId}-${flags}` };
}

const traceparent = /^00-(?<traceId>[0-9a-f]{32})-(?<spanId>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})$/;

/** Reads a `traceparent` header; null when it is absent or none. */
export function readTraceparent(header: string | undefined): SpanContext | null {
  const { traceId = '', spanId = '', flags = '' } = traceparent.exec(header ?? '')?.groups ?? {};
  const span = { traceId, spanId, traceFlags: parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(span) ? span : null;
}

export { SpanKind, type Span };
