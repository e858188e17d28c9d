import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeCursor,
  encodeCursor,
  pageRequest,
  pageSize,
  toConnection,
  toPage,
} from '../src/connection.ts';

const keyset = fc.array(
  fc.oneof(fc.string(), fc.integer(), fc.double({ noNaN: true, min: -1e9, max: 1e9 })),
  {
    minLength: 1,
    maxLength: 4,
  },
);

describe('a cursor', () => {
  it('brings back what it was made of', () => {
    fc.assert(
      fc.property(fc.string(), keyset, (kind, parts) => {
        const decoded = decodeCursor(kind, parts.length, encodeCursor(kind, parts));
        expect(decoded).toEqual(parts.map((part) => (part === 0 ? 0 : part)));
      }),
    );
  });

  it('of another list is refused, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), keyset, (kind, other, parts) => {
        fc.pre(kind !== other);
        expect(() => decodeCursor(kind, parts.length, encodeCursor(other, parts))).toThrow(
          'does not belong to this list',
        );
      }),
    );
  });

  it('that somebody made up is refused with a code', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor('list', 1, text)).toThrow('does not belong to this list');
      }),
    );
    const invented = [
      ['list', null],
      ['list', [1]],
      ['list', { $gt: '' }],
      ['list'],
      ['list', 1, 2],
    ];
    for (const parts of invented) {
      const text = Buffer.from(JSON.stringify(parts)).toString('base64url');
      expect(() => decodeCursor('list', 1, text)).toThrow('does not belong to this list');
    }
  });

  it('that the list itself cannot place is refused too', () => {
    const after = encodeCursor('list', ['x']);
    expect(() => pageRequest('list', 1, { first: 1, after }, () => null)).toThrow(
      'does not belong to this list',
    );
  });
});

describe('a page', () => {
  it('has 1 to 100 items', () => {
    expect([1, 100].map((first) => pageSize(first))).toEqual([1, 100]);
    for (const first of [0, -1, 101, 1.5, Number.NaN]) {
      expect(() => pageSize(first)).toThrow('between 1 and 100');
    }
  });

  it('is cut from one row more than asked for', () => {
    expect(toPage([1, 2, 3], 2)).toEqual({ rows: [1, 2], hasNextPage: true });
    expect(toPage([1, 2], 2)).toEqual({ rows: [1, 2], hasNextPage: false });
  });

  it('as a connection names its ends, or null when it is empty', () => {
    const cursorOf = (row: number) => `c${String(row)}`;
    const { pageInfo, edges } = toConnection(toPage([1, 2, 3], 2), cursorOf, true);
    expect(edges).toEqual([
      { cursor: 'c1', node: 1 },
      { cursor: 'c2', node: 2 },
    ]);
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: true,
      startCursor: 'c1',
      endCursor: 'c2',
    });
    expect(toConnection(toPage([], 2), cursorOf, false).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });
});
