import { describe, expect, it } from 'vitest';
import { authSessionEnd, judgeRefresh } from './auth-session.ts';

const at = new Date('2026-03-01T12:00:00Z');
const later = (milliseconds: number) => new Date(at.getTime() + milliseconds);
const token = { authSessionId: 'ase', expiresAt: authSessionEnd(at) };

describe('presenting a refresh token', () => {
  it('is an exchange the first time', () => {
    expect(judgeRefresh({ ...token, rotation: null }, at)).toEqual({ kind: 'ROTATE' });
  });

  it.each([
    [-5, 'REPEAT'],
    [0, 'REPEAT'],
    [10_000, 'REPEAT'],
    [10_001, 'REUSE'],
    [86_400_000, 'REUSE'],
  ])('%i milliseconds after its exchange is a %s', (milliseconds, kind) => {
    const rotation = { at, nonce: 'n' };
    expect(judgeRefresh({ ...token, rotation }, later(milliseconds))).toMatchObject({ kind });
  });
});

describe('a log-in', () => {
  it('ends after ninety days', () => {
    expect(authSessionEnd(at)).toEqual(new Date('2026-05-30T12:00:00Z'));
  });
});
