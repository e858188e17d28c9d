import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMessageReader, type Message } from './message-reader.ts';

const bodies = fc.array(fc.string({ maxLength: 300 }), { maxLength: 4 });
const cuts = fc.array(fc.nat(), { maxLength: 20 });

test('messages arrive whole however their bytes are cut', () => {
  fc.assert(
    fc.property(bodies, fc.boolean(), cuts, (texts, isChunked, at) => {
      const bytes = Buffer.concat(texts.map((text) => write(text, isChunked)));
      expect(read(bytes, at, true)).toEqual(
        texts.map((text) => ({
          startLine: 'HTTP/1.1 200 OK',
          bytes: Buffer.byteLength(text),
          body: Buffer.from(text).toString('latin1'),
        })),
      );
    }),
    { numRuns: 500 },
  );
});

test('a body that nobody wants is counted and not kept', () => {
  expect(read(write('twelve bytes', true), [], false)).toEqual([
    { startLine: 'HTTP/1.1 200 OK', bytes: 12, body: null },
  ]);
});

/** What a reader makes of the bytes when they arrive in pieces that reuse one buffer. */
function read(bytes: Buffer, cutAt: readonly number[], keeps: boolean): readonly Message[] {
  const messages: Message[] = [];
  const take = createMessageReader(
    () => keeps,
    (message) => messages.push(message),
  );
  const ends = [...cutAt.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
    (a, b) => a - b,
  );
  const reused = Buffer.alloc(bytes.length);
  let start = 0;
  for (const end of ends) {
    bytes.copy(reused, 0, start, end);
    take(reused.subarray(0, end - start));
    start = end;
  }
  return messages;
}

function write(text: string, isChunked: boolean): Buffer {
  const body = Buffer.from(text);
  if (!isChunked) {
    const length = String(body.length);
    return Buffer.concat([
      Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: ${length}\r\n\r\n`),
      body,
    ]);
  }
  const pieces = [body.subarray(0, 7), body.subarray(7)].filter((piece) => piece.length > 0);
  return Buffer.concat([
    Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'),
    ...pieces.flatMap((piece) => [
      Buffer.from(`${piece.length.toString(16)}\r\n`),
      piece,
      Buffer.from('\r\n'),
    ]),
    Buffer.from('0\r\n\r\n'),
  ]);
}
