import { createRequire } from 'node:module';
import fc from 'fast-check';
import { GraphQLError, parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DateTime, parseInstant, TimeZone } from '../src/scalars.ts';

describe('a DateTime', () => {
  it.each([
    ['2026-03-02T10:00:00Z', '2026-03-02T10:00:00.000Z'],
    ['2026-03-02T10:00:00.5+02:00', '2026-03-02T08:00:00.500Z'],
    ['2028-02-29T23:59:59.999-11:30', '2028-03-01T11:29:59.999Z'],
  ])('reads %s as the instant %s', (text, instant) => {
    expect(parseInstant(text)?.toISOString()).toBe(instant);
  });

  it.each([
    '2026-03-02',
    '2026-03-02T10:00:00',
    '2026-02-29T10:00:00Z',
    '2026-02-30T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-03-02T25:00:00Z',
    '2026-03-02T10:00:00+99:99',
    '1772445600000',
    'tomorrow',
    '',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeNull();
    expect(() => DateTime.parseValue(text)).toThrow(GraphQLError);
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(DateTime.parseValue(DateTime.serialize(date))).toEqual(date);
        },
      ),
    );
  });

  it.each(['5', 'true', '[1]', '{a: 1}', 'null'])('refuses the literal %s', (literal) => {
    expect(() => DateTime.parseLiteral(parseValue(literal))).toThrow('RFC 3339');
    expect(() => TimeZone.parseLiteral(parseValue(literal))).toThrow('must be text');
  });
});

describe('the tests', () => {
  it('have one copy of graphql, as production has', () => {
    const loaded: unknown = createRequire(import.meta.url)('graphql');
    expect(loaded).toHaveProperty('GraphQLError', GraphQLError);
  });
});
