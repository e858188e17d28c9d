import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readManifest } from './operation-manifest.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const entry = (body: string, over: Readonly<Record<string, unknown>> = {}) => ({
  id: sha256(body),
  name: 'A',
  type: 'query',
  body,
  ...over,
});
const manifest = (operations: readonly unknown[], over: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations, ...over });
const codes = (json: string) =>
  readManifest(json).problems.map(({ code, path }) => `${code} ${path.join('.')}`.trim());

describe('a manifest', () => {
  it('names its operations by the digest of their text, with or without its prefix', () => {
    const [a, b] = ['query A { a }', 'mutation B { b }'];
    const json = manifest([
      entry(a),
      entry(b, { id: `sha256:${sha256(b)}`, name: 'B', type: 'mutation', clientName: 'web' }),
    ]);
    expect(readManifest(json).operations).toEqual([
      { hash: sha256(a), name: 'A', kind: 'QUERY', text: a },
      { hash: sha256(b), name: 'B', kind: 'MUTATION', text: b },
    ]);
  });

  it.each([
    ['text that is not JSON', 'not json', ['NOT_JSON']],
    ['nothing', '', ['NOT_JSON']],
    ['a megabyte and more', `"${'x'.repeat(1024 * 1024)}"`, ['TOO_LARGE']],
    ['two-byte characters beyond a megabyte', `"${'é'.repeat(600_000)}"`, ['TOO_LARGE']],
    ['lists a hundred thousand deep', '['.repeat(100_000), ['NOT_JSON']],
    ['a list', '[]', ['INVALID_MANIFEST']],
    ['null', 'null', ['INVALID_MANIFEST']],
    ['another format', manifest([entry('{ a }')], { format: 'relay' }), ['INVALID_MANIFEST']],
    ['another version', manifest([entry('{ a }')], { version: 2 }), ['UNSUPPORTED_VERSION']],
    ['a version as text', manifest([entry('{ a }')], { version: '1' }), ['UNSUPPORTED_VERSION']],
    ['no version', manifest([entry('{ a }')], { version: undefined }), ['UNSUPPORTED_VERSION']],
    ['no operations', manifest([]), ['INVALID_MANIFEST']],
    [
      'operations that are no list',
      manifest([], { operations: { $gt: '' } }),
      ['INVALID_MANIFEST'],
    ],
    ['2,001 operations', manifest(Array.from({ length: 2_001 }, () => 0)), ['TOO_MANY']],
  ])('is refused when it is %s', (_what, json, expected) => {
    expect(codes(json)).toEqual(expected);
  });

  it.each([
    ['no object', 'query A { a }', ['INVALID_MANIFEST operations.0']],
    ['null', null, ['INVALID_MANIFEST operations.0']],
    [
      'a body that is no text',
      entry('x', { body: { $gt: '' } }),
      ['INVALID_MANIFEST operations.0.body'],
    ],
    ['another type', entry('x', { type: 'fragment' }), ['INVALID_MANIFEST operations.0.type']],
    ['no name', entry('x', { name: '' }), ['INVALID_MANIFEST operations.0.name']],
    [
      'an endless name',
      entry('x', { name: 'x'.repeat(201) }),
      ['INVALID_MANIFEST operations.0.name'],
    ],
    ['a NUL', entry('query A { \u0000 }'), ['INVALID_TEXT operations.0.body']],
    ['half a character', entry('query A { \ud800 }'), ['INVALID_TEXT operations.0.body']],
    ['a text that is too long', entry('x'.repeat(131_073)), ['TOO_LARGE operations.0.body']],
    ['the digest of another text', entry('x', { id: sha256('y') }), ['WRONG_ID operations.0.id']],
    [
      'a digest in capitals',
      entry('x', { id: sha256('x').toUpperCase() }),
      ['WRONG_ID operations.0.id'],
    ],
    ['an id that is no digest', entry('x', { id: 'GetUser' }), ['WRONG_ID operations.0.id']],
  ])('is refused when an operation is, or has, %s', (_what, operation, expected) => {
    expect(codes(manifest([operation]))).toEqual(expected);
  });

  it('is refused with every reason at once', () => {
    const json = manifest([
      entry('query A { a }'),
      entry('query A { a }', { name: 'B' }),
      entry('x', { id: 'x' }),
      7,
    ]);
    expect(codes(json)).toEqual([
      'DUPLICATE_ID operations.1.id',
      'WRONG_ID operations.2.id',
      'INVALID_MANIFEST operations.3',
    ]);
    expect(readManifest(json).operations).toBeNull();
  });
});
