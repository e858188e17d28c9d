/** A request that arrived whole. */
export interface WholeRequest {
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Bytes of the request; what follows is the next one. */
  readonly length: number;
}

const startLine = 'POST /graphql HTTP/1.1\r\n';
const mostHeadBytes = 8 * 1024;
const headerLine = /([!#$%&'*+\-.^_`|~0-9A-Za-z]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)\r\n/y;
const digits = /^\d{1,7}$/;

/** What they stand for changes how a message is read, which is not for here. */
const unusual: ReadonlySet<string> = new Set([
  'transfer-encoding',
  'content-encoding',
  'expect',
  'upgrade',
  'te',
  'trailer',
  '__proto__',
]);

/**
 * Reads what apps send all the time: a POST to `/graphql` with a length that has arrived whole. Null
 * for anything else, however valid, so that one parser decides what every unusual message means
 * (RFC 9112): no header may come twice, be folded or have no host.
 */
export function readRequest(bytes: Buffer): WholeRequest | null {
  const text = bytes.toString('latin1', 0, mostHeadBytes);
  if (!text.startsWith(startLine)) return null;
  const headers: Record<string, string> = {};
  let at = startLine.length;
  while (!text.startsWith('\r\n', at)) {
    headerLine.lastIndex = at;
    const [line, name = '', value = ''] = headerLine.exec(text) ?? [];
    if (line === undefined || value.endsWith(' ') || value.endsWith('\t')) return null;
    const key = name.toLowerCase();
    if (unusual.has(key) || headers[key] !== undefined) return null;
    headers[key] = value;
    at += line.length;
  }
  const { host, connection = 'keep-alive', 'content-length': length = '' } = headers;
  if (host === undefined || connection.toLowerCase() !== 'keep-alive') return null;
  const begin = at + 2;
  const end = begin + Number(length);
  if (!digits.test(length) || end > bytes.length) return null;
  return { headers, body: bytes.subarray(begin, end), length: end };
}
