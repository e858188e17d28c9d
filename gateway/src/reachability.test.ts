import { createLog } from '@skillswap/kit/log';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { watchReachability } from './reachability.ts';

const line = z.object({ msg: z.string() }).transform(({ msg }) => msg);

function watch() {
  const lines: string[] = [];
  const write = (text: string) => void lines.push(line.parse(JSON.parse(text)));
  const clock = { milliseconds: 1_000 };
  const log = createLog('gateway', 'info', { write });
  const users = watchReachability(log, 'the registry', () => clock.milliseconds);
  return { lines, clock, users };
}

describe('what a gateway reads from another service', () => {
  it('may take fifteen seconds to start without a word', () => {
    const { lines, clock, users } = watch();
    users.failed(new Error('refused'));
    clock.milliseconds += 14_999;
    users.failed(new Error('refused'));
    users.reached();
    expect(lines).toEqual([]);
  });

  it('is said to be away once when it takes longer, and once to be back', () => {
    const { lines, clock, users } = watch();
    users.failed(new Error('refused'));
    clock.milliseconds += 15_000;
    users.failed(new Error('refused'));
    users.failed(new Error('refused'));
    users.reached();
    users.reached();
    expect(lines).toEqual(['the registry cannot be read', 'the registry is read again']);
  });

  it('is said to be away at once after it was there', () => {
    const { lines, users } = watch();
    users.reached();
    users.failed(new Error('refused'));
    expect(lines).toEqual(['the registry cannot be read']);
  });
});
