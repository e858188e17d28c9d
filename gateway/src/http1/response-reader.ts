/** An HTTP response, whole. */
export interface HttpResponse {
  readonly status: number;
  readonly body: string;
  /** Whether the connection may carry another request. */
  readonly keepsAlive: boolean;
}

/** Reads the responses that come over one connection, one after the other. */
export interface ResponseReader {
  /**
   * Takes the next bytes and answers the response once it is whole. Nothing of `bytes` is kept
   * without a copy. Throws when they are no HTTP/1.1 response, or one that is too large.
   */
  read(bytes: Buffer): HttpResponse | null;
  /** The connection has ended: a body that is as long as the connection lives is whole now. */
  end(): HttpResponse | null;
}

/** The bytes are not a response that can be read. */
export class UnreadableResponse extends Error {
  override readonly name = 'UnreadableResponse';
}

interface Head {
  readonly status: number;
  readonly keepsAlive: boolean;
  /** Bytes of the body; null when it comes in chunks or lasts until the end. */
  readonly length: number | null;
  readonly isChunked: boolean;
}

const headEnd = '\r\n\r\n';
const largestHead = 64 * 1024;

/**
 * A reader of HTTP/1.1 responses (RFC 9112) for answers that are read whole: most arrive in one
 * piece and become text without being copied.
 */
export function createResponseReader(mostBytes: number): ResponseReader {
  let head: Head | null = null;
  let parts: Buffer[] = [];
  let size = 0;

  const keep = (bytes: Buffer): void => {
    size += bytes.length;
    if (size > mostBytes) throw new UnreadableResponse('the answer is too large');
    if (bytes.length > 0) parts.push(Buffer.from(bytes));
  };

  const finish = ({ status, keepsAlive }: Head, body: string, rest: number): HttpResponse => {
    head = null;
    parts = [];
    size = 0;
    // What follows was not asked for, so the connection is not trusted with another request.
    return { status, body, keepsAlive: keepsAlive && rest === 0 };
  };

  const readBody = (known: Head, bytes: Buffer): HttpResponse | null => {
    const { length, isChunked } = known;
    if (length !== null) {
      if (length > mostBytes) throw new UnreadableResponse('the answer is too large');
      if (size === 0 && bytes.length >= length) {
        return finish(known, bytes.toString('utf8', 0, length), bytes.length - length);
      }
      keep(bytes);
      if (size < length) return null;
      return finish(known, Buffer.concat(parts).toString('utf8', 0, length), size - length);
    }
    keep(bytes);
    if (!isChunked || !endsLikeChunks(parts)) return null;
    const whole = Buffer.concat(parts);
    parts = [whole];
    const decoded = decodeChunks(whole);
    return decoded === null
      ? null
      : finish(known, decoded.body.toString(), whole.length - decoded.end);
  };

  return {
    read(bytes) {
      if (head !== null) return readBody(head, bytes);
      let all = bytes;
      if (parts.length > 0) all = Buffer.concat([...parts, bytes]);
      parts = [];
      size = 0;
      for (;;) {
        const end = all.indexOf(headEnd);
        if (end === -1) {
          if (all.length > largestHead) throw new UnreadableResponse('the head is too large');
          keep(all);
          return null;
        }
        const parsed = parseHead(all.toString('latin1', 0, end));
        all = all.subarray(end + headEnd.length);
        // 1xx announces the response that follows.
        if (parsed.status >= 200) {
          head = parsed;
          return readBody(parsed, all);
        }
      }
    },
    end() {
      if (head === null || head.length !== null || head.isChunked) return null;
      return finish({ ...head, keepsAlive: false }, Buffer.concat(parts).toString(), 0);
    },
  };
}

const statusLine = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: |$|\r)/;
/** The headers that say how long a response is and whether another one may follow. */
const framing =
  /\r\n(content-length|transfer-encoding|content-encoding|connection):[ \t]*([^\r\n]*)/gi;

function parseHead(text: string): Head {
  const [, minor, status = ''] = statusLine.exec(text) ?? [];
  if (minor === undefined) throw new UnreadableResponse('the answer is not HTTP/1.1');
  let length: string | null = null;
  let coding: string | null = null;
  let persists = minor === '1';
  framing.lastIndex = 0;
  for (let found = framing.exec(text); found !== null; found = framing.exec(text)) {
    const value = (found[2] ?? '').trimEnd();
    switch ((found[1] ?? '').toLowerCase()) {
      case 'content-length':
        if ((length ?? value) !== value || !/^\d{1,15}$/.test(value)) throw unclearLength();
        length = value;
        break;
      case 'transfer-encoding':
        if (coding !== null || value.toLowerCase() !== 'chunked') throw unclearLength();
        coding = value;
        break;
      case 'content-encoding':
        if (!/^(?:identity)?$/i.test(value)) {
          throw new UnreadableResponse('the answer is compressed');
        }
        break;
      case 'connection':
        if (/\bclose\b/i.test(value)) persists = false;
        else if (/\bkeep-alive\b/i.test(value)) persists = true;
        break;
      default:
    }
  }
  if (length !== null && coding !== null) throw unclearLength();
  const isBodiless = status === '204' || status === '304' || status.startsWith('1');
  const bytes = isBodiless ? 0 : length === null ? null : Number(length);
  return {
    status: Number(status),
    keepsAlive: persists && (bytes !== null || coding !== null),
    length: bytes,
    isChunked: coding !== null,
  };
}

function unclearLength(): UnreadableResponse {
  return new UnreadableResponse('the length of the answer is not clear');
}

/** Whether it is worth decoding: the last chunk is empty, so the bytes end with an empty line. */
function endsLikeChunks(parts: readonly Buffer[]): boolean {
  const last = parts.at(-1);
  if (last === undefined) return false;
  const tail = last.length >= headEnd.length ? last : Buffer.concat(parts.slice(-headEnd.length));
  return tail.toString('latin1', tail.length - headEnd.length) === headEnd;
}

/** The content of complete chunks and where they end; null while some are missing. */
function decodeChunks(bytes: Buffer): { readonly body: Buffer; readonly end: number } | null {
  const contents: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd === -1) return null;
    const line = bytes.toString('latin1', at, lineEnd);
    const digits = /^(?<size>[\da-f]{1,8})[ \t]*(?:;|$)/i.exec(line)?.groups?.['size'];
    if (digits === undefined) throw new UnreadableResponse('a chunk has no size');
    const size = Number.parseInt(digits, 16);
    const start = lineEnd + 2;
    if (size === 0) {
      // Trailers, if any, end with an empty line.
      const end = bytes.indexOf(headEnd, lineEnd);
      return end === -1 ? null : { body: Buffer.concat(contents), end: end + headEnd.length };
    }
    if (bytes.length < start + size + 2) return null;
    contents.push(bytes.subarray(start, start + size));
    at = start + size + 2;
  }
}
