import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createResponseReader, type HttpResponse } from './response-reader.ts';

const large = 1_000_000;

function readAll(wire: Buffer, cuts: readonly number[] = []): HttpResponse[] {
  const reader = createResponseReader(large);
  const places = [...new Set(cuts.map((cut) => cut % (wire.length + 1)))].sort((a, b) => a - b);
  const responses: HttpResponse[] = [];
  let from = 0;
  for (const to of [...places, wire.length]) {
    const response = reader.read(wire.subarray(from, to));
    if (response !== null) responses.push(response);
    from = to;
  }
  return responses;
}

function inChunks(body: string, sizes: readonly number[]): Buffer {
  const bytes = Buffer.from(body);
  const parts: Buffer[] = [];
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    const chunk = bytes.subarray(at, at + size);
    if (chunk.length === 0) continue;
    parts.push(Buffer.from(`${chunk.length.toString(16)};note=x\r\n`), chunk, Buffer.from('\r\n'));
    at += chunk.length;
  }
  return Buffer.concat([...parts, Buffer.from('0\r\ntrailer: x\r\n\r\n')]);
}

describe('a response', () => {
  test('is the same wherever the network cuts it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(fc.nat(600), { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }),
        fc.boolean(),
        (body, cuts, sizes, isChunked) => {
          const content = isChunked ? inChunks(body, sizes) : Buffer.from(body);
          const framing = isChunked
            ? 'Transfer-Encoding: chunked'
            : `content-length: ${String(content.length)}`;
          const head = Buffer.from(`HTTP/1.1 200 OK\r\nx: y\r\n${framing}\r\n\r\n`);
          const whole = Buffer.from(body).toString();
          expect(readAll(Buffer.concat([head, content]), cuts)).toEqual([
            { status: 200, body: whole, keepsAlive: true },
          ]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('may be announced by 1xx', () => {
    const wire =
      'HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';
    expect(readAll(Buffer.from(wire))).toEqual([{ status: 200, body: 'ok', keepsAlive: true }]);
  });

  test.each([
    ['says that it closes', 'HTTP/1.1 200 OK\r\nConnection: Close\r\ncontent-length: 0\r\n\r\n'],
    ['is HTTP/1.0', 'HTTP/1.0 200 OK\r\ncontent-length: 0\r\n\r\n'],
    [
      'is followed by what nobody asked for',
      'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\nHTTP/1.1 200',
    ],
  ])('that %s ends its connection', (_what, wire) => {
    expect(readAll(Buffer.from(wire))).toEqual([{ status: 200, body: '', keepsAlive: false }]);
  });

  test('without a length is as long as its connection', () => {
    const reader = createResponseReader(large);
    expect(reader.read(Buffer.from('HTTP/1.1 200 OK\r\n\r\nhal'))).toBeNull();
    expect(reader.read(Buffer.from('lo'))).toBeNull();
    expect(reader.end()).toEqual({ status: 200, body: 'hallo', keepsAlive: false });
  });

  test('that ends before its length is none', () => {
    const reader = createResponseReader(large);
    expect(reader.read(Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhal'))).toBeNull();
    expect(reader.end()).toBeNull();
  });

  test.each([
    ['no HTTP', 'SMTP ready\r\n\r\n', 'not HTTP'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n', 'length'],
    [
      'a length and chunks',
      'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
      'length',
    ],
    ['another coding', 'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n', 'length'],
    [
      'compression',
      'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 1\r\n\r\n',
      'compressed',
    ],
    ['too large a length', 'HTTP/1.1 200 OK\r\ncontent-length: 1000001\r\n\r\n', 'too large'],
    [
      'a chunk without a size',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nx\r\n\r\n',
      'chunk',
    ],
    ['an endless head', `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(70_000)}`, 'head'],
  ])('with %s is refused', (_what, wire, reason) => {
    expect(() => createResponseReader(large).read(Buffer.from(wire))).toThrow(reason);
  });

  test('that grows beyond the bound is refused', () => {
    const reader = createResponseReader(100);
    expect(reader.read(Buffer.from('HTTP/1.1 200 OK\r\n\r\n'))).toBeNull();
    expect(() => reader.read(Buffer.alloc(101))).toThrow('too large');
  });
});
