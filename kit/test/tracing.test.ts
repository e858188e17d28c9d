import { createServer } from 'node:http';
import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { expect, it } from 'vitest';
import { z } from 'zod';
import {
  inSpan,
  readTraceparent,
  SpanKind,
  startTracing,
  traceHeaders,
  tracesEndpoint,
  tracingVariables,
} from '../src/tracing.ts';

const read = (env: Readonly<Record<string, string>>) => z.object(tracingVariables).parse(env);
const base = 'OTEL_EXPORTER_OTLP_ENDPOINT';

it.each([
  ['nothing says where traces go', {}, null],
  [
    'the exporter is asked for',
    { OTEL_TRACES_EXPORTER: 'otlp' },
    'http://localhost:4318/v1/traces',
  ],
  ['a collector is named', { [base]: 'http://collector:4318/' }, 'http://collector:4318/v1/traces'],
  [
    'traces have a place of their own',
    { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://t/x' },
    'http://t/x',
  ],
  ['no exporter is wanted', { [base]: 'http://collector', OTEL_TRACES_EXPORTER: 'none' }, null],
  ['all of it is turned off', { [base]: 'http://collector', OTEL_SDK_DISABLED: 'true' }, null],
])('when %s, traces go accordingly', (_when, env, url) => {
  expect(tracesEndpoint(read(env))).toBe(url);
});

it('refuses what it cannot do, such as gRPC', () => {
  expect(() => read({ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' })).toThrow();
  expect(() => read({ OTEL_TRACES_SAMPLER_ARG: '2' })).toThrow();
});

it('passes a trace on in a header that reads back as the same span', async () => {
  const span = { traceId: 'ab'.repeat(16), spanId: 'cd'.repeat(8), traceFlags: 1 };
  const { traceparent } = traceHeaders(trace.setSpanContext(ROOT_CONTEXT, span));
  expect(readTraceparent(traceparent)).toMatchObject(span);
  expect(traceHeaders(null)).toEqual({});
  await expect(startTracing('test', read({}))).resolves.toBeNull();
});

it.each(['', 'nonsense', `00-${'0'.repeat(32)}-${'cd'.repeat(8)}-01`, `01-${'a'.repeat(500)}`])(
  'takes %o for no trace',
  (header) => {
    expect(readTraceparent(header)).toBeNull();
  },
);

it('sends spans as protobuf, all of them before it ends', async () => {
  const received: { type: string | undefined; path: string | undefined; bytes: number }[] = [];
  const collector = createServer((request, response) => {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => (bytes += chunk.length));
    request.on('end', () => {
      received.push({ type: request.headers['content-type'], path: request.url, bytes });
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const address = collector.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const tracing = await startTracing('test', read({ [base]: `http://127.0.0.1:${String(port)}` }));
  const options = { kind: SpanKind.INTERNAL, parent: null, attributes: {} };
  expect(await inSpan(tracing, 'work', options, () => Promise.resolve('done'))).toBe('done');
  await tracing?.[Symbol.asyncDispose]();
  collector.closeAllConnections();
  collector.close();
  expect(received).toMatchObject([{ type: 'application/x-protobuf', path: '/v1/traces' }]);
  expect(received[0]?.bytes).toBeGreaterThan(0);
});
