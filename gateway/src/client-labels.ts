import type { IncomingHttpHeaders } from 'node:http';

/** What a client says it is. It is a label for operators and decides nothing. */
export interface ClientLabels {
  readonly name: string | null;
  readonly version: string | null;
}

const mostLength = 64;
/** Anything but printable ASCII, which could mislead whoever reads a log. */
const unprintable = /[^\x20-\x7e]/g;

/** Reads the headers that Apollo's clients send, shortened and without unprintable characters. */
export function readClientLabels(headers: IncomingHttpHeaders): ClientLabels {
  return {
    name: label(headers['apollographql-client-name']),
    version: label(headers['apollographql-client-version']),
  };
}

function label(value: string | readonly string[] | undefined): string | null {
  if (typeof value !== 'string') return null;
  const text = value.slice(0, mostLength).replace(unprintable, '').trim();
  return text === '' ? null : text;
}
