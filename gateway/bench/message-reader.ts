/** One HTTP/1.1 message that has arrived whole. */
export interface Message {
  /** The request line or the status line. */
  readonly startLine: string;
  /** Of the body, without its framing. */
  readonly bytes: number;
  /** The body, a character per byte; null when it was not kept. */
  readonly body: string | null;
}

/** The end of the head, and of a chunk's size. */
const blankLine = Buffer.from('\r\n\r\n');
const lineEnd = Buffer.from('\r\n');

/**
 * Reads the messages of one connection from its chunks, which may be reused afterwards. Knows
 * content-length and chunks, no trailers. Whoever measures servers with it must not be what is
 * slow, so a body that `keepsBody` does not want is only counted.
 */
export function createMessageReader(
  keepsBody: () => boolean,
  onMessage: (message: Message) => void,
): (chunk: Buffer) => void {
  let unread: Buffer = Buffer.alloc(0);
  let startLine: string | null = null;
  let bytes = 0;
  let body: string | null = null;
  /** Bytes of the body, or of the present chunk, that are still to come. */
  let missing = 0;
  let isChunked = false;
  let isInChunk = false;

  const begin = (head: string): void => {
    startLine = head.slice(0, head.indexOf('\r\n'));
    const [, length = '0'] = /\r\ncontent-length: *(\d+)/i.exec(head) ?? [];
    isChunked = /\r\ntransfer-encoding: *chunked/i.test(head);
    isInChunk = false;
    missing = isChunked ? 0 : Number(length);
    bytes = 0;
    body = keepsBody() ? '' : null;
  };
  const take = (chunk: Buffer, at: number): number => {
    const length = Math.min(missing, chunk.length - at);
    if (body !== null) body += chunk.toString('latin1', at, at + length);
    missing -= length;
    bytes += length;
    return at + length;
  };
  const finish = (): void => {
    const message = { startLine: startLine ?? '', bytes, body };
    startLine = null;
    onMessage(message);
  };

  return (arrived) => {
    let chunk = arrived;
    if (unread.length > 0) {
      chunk = Buffer.concat([unread, arrived]);
      unread = Buffer.alloc(0);
    }
    const keep = (at: number): void => {
      unread = Buffer.from(chunk.subarray(at));
    };
    let at = 0;
    while (at < chunk.length) {
      if (startLine === null) {
        const end = chunk.indexOf(blankLine, at);
        if (end === -1) {
          keep(at);
          return;
        }
        begin(chunk.toString('latin1', at, end + 2));
        at = end + 4;
        if (!isChunked && missing === 0) finish();
      } else if (missing > 0) {
        at = take(chunk, at);
        if (!isChunked && missing === 0) finish();
      } else {
        // Between chunks: the end of the last one, then the size of the next one.
        const sizeAt = isInChunk ? at + 2 : at;
        const end = chunk.indexOf(lineEnd, sizeAt);
        // The last chunk is empty and followed by an empty line.
        const isLast =
          end !== -1 && Number.parseInt(chunk.toString('latin1', sizeAt, end), 16) === 0;
        if (end === -1 || (isLast && chunk.length < end + 4)) {
          keep(at);
          return;
        }
        isInChunk = true;
        missing = Number.parseInt(chunk.toString('latin1', sizeAt, end), 16);
        at = end + 2;
        if (isLast) {
          at += 2;
          finish();
        }
      }
    }
  };
}
