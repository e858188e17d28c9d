import { createServer } from 'node:http';
import { z } from 'zod';
import { listen } from '../src/listen.ts';

/** A span as it came over OTLP/HTTP. */
export interface ReceivedSpan {
  readonly service: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly links: readonly string[];
}

/** Receives traces like an OpenTelemetry collector, and keeps them. */
export interface TraceReceiver extends AsyncDisposable {
  /** What `OTEL_EXPORTER_OTLP_ENDPOINT` is set to. */
  readonly url: string;
  readonly spans: readonly ReceivedSpan[];
  /** Everything that came, as text. */
  readonly text: () => string;
}

const attribute = z.object({
  key: z.string(),
  value: z.record(z.string(), z.unknown()).transform((value) => String(Object.values(value)[0])),
});
const payload = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attribute) }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
              attributes: z.array(attribute),
              links: z.array(z.object({ traceId: z.string() })).default([]),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** Starts a receiver of OTLP/HTTP with JSON. */
export async function startTraceReceiver(): Promise<TraceReceiver> {
  const spans: ReceivedSpan[] = [];
  const texts: string[] = [];
  const http = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      texts.push(body);
      spans.push(...readSpans(body));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  const url = await listen(http, 0, '127.0.0.1');
  return {
    url,
    spans,
    text: () => texts.join('\n'),
    [Symbol.asyncDispose]: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

function readSpans(body: string): ReceivedSpan[] {
  return payload.parse(JSON.parse(body)).resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = toRecord(resource.attributes)['service.name'] ?? '';
    return scopeSpans
      .flatMap((scope) => scope.spans)
      .map((span) => ({
        ...span,
        service,
        parentSpanId: span.parentSpanId,
        attributes: toRecord(span.attributes),
        links: span.links.map(({ traceId }) => traceId),
      }));
  });
}

function toRecord(attributes: readonly z.infer<typeof attribute>[]): Record<string, string> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, value]));
}
