import { SpanKind, type Span } from '@opentelemetry/api';
import type { MongoClient } from 'mongodb';
import { currentTrace, markFailed, type Tracing } from './tracing.ts';

/**
 * Makes a span of every MongoDB command that runs inside another span; the client must monitor its
 * commands. The polls of background loops belong to nobody and leave no trace. A span names the
 * command and the collection and nothing of what was asked for.
 */
export function traceCommands(client: MongoClient, { tracer }: Tracing): void {
  const running = new Map<number, Span>();
  client.on('commandStarted', ({ requestId, commandName, databaseName, command }) => {
    const parent = currentTrace();
    if (parent === null) return;
    const named: unknown = command[commandName];
    const collection = typeof named === 'string' ? named : null;
    const attributes = {
      'db.system.name': 'mongodb',
      'db.namespace': databaseName,
      'db.operation.name': commandName,
      ...(collection !== null && { 'db.collection.name': collection }),
    };
    const name = collection === null ? commandName : `${commandName} ${collection}`;
    running.set(requestId, tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, parent));
  });
  client.on('commandSucceeded', ({ requestId }) => {
    running.get(requestId)?.end();
    running.delete(requestId);
  });
  client.on('commandFailed', ({ requestId, failure }) => {
    const span = running.get(requestId);
    if (span === undefined) return;
    markFailed(span, failure);
    span.end();
    running.delete(requestId);
  });
}
