import { describe, expect, it } from 'vitest';
import { presenceAt } from './presence.ts';

const at = new Date('2026-03-01T12:00:42.500Z');
const after = (milliseconds: number) => new Date(at.getTime() + milliseconds);
const lastSeenAt = new Date('2026-03-01T12:00:00.000Z');

describe('somebody who said that they are here', () => {
  it.each([
    [0, true],
    [59_999, true],
    [60_000, false],
    [86_400_000, false],
  ])('is, %d ms later: %s', (milliseconds, online) => {
    expect(presenceAt({ online: true, at }, after(milliseconds))).toEqual({ online, lastSeenAt });
  });

  it('is gone at once when they say so, and was seen at that minute', () => {
    expect(presenceAt({ online: false, at }, at)).toEqual({ online: false, lastSeenAt });
  });
});
