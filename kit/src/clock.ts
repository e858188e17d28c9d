import type { Redis } from 'ioredis';

/**
 * The product's time. Domain code asks it instead of the machine, so that in development the
 * whole system can be moved forward at once.
 */
export interface Clock {
  now(): Date;
  /** Calls back after each shift; returns how to stop that. */
  onShift(listener: () => void): () => void;
}

/** Where the running system keeps its shift, in milliseconds. */
const offsetKey = 'skillswap:clock:offset';
const shiftChannel = 'skillswap:clock:shifted';
const acknowledgements = (shift: string) => `skillswap:clock:acknowledged:${shift}`;

/** The machine's own time, as production has it. */
export const systemClock: Clock = {
  now: () => new Date(),
  onShift: () => () => undefined,
};

/** A clock that tests move by hand. */
export function createManualClock(start: Date): Clock & { advance(milliseconds: number): void } {
  const listeners = new Set<() => void>();
  let time = start.getTime();
  return {
    now: () => new Date(time),
    onShift(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    advance(milliseconds) {
      time += milliseconds;
      for (const listener of listeners) listener();
    },
  };
}

/**
 * Development's clock: real time plus the shift that Redis holds, followed live. When Redis is
 * gone the last known shift stays.
 */
export async function followSharedClock(redis: Redis): Promise<Clock & AsyncDisposable> {
  const listeners = new Set<() => void>();
  const subscriber = redis.duplicate({ maxRetriesPerRequest: null });
  let offset = 0;

  const read = async () => {
    const next = Number((await redis.get(offsetKey)) ?? 0);
    if (next === offset) return;
    offset = next;
    for (const listener of listeners) listener();
  };
  const shifted = async (shift: string) => {
    await read();
    await redis.pipeline().incr(acknowledgements(shift)).expire(acknowledgements(shift), 60).exec();
  };
  const ignoreOutage = () => undefined;

  subscriber.on('error', ignoreOutage);
  subscriber.on('message', (_channel, shift) => void shifted(shift).catch(ignoreOutage));
  subscriber.on('ready', () => void read().catch(ignoreOutage));
  await subscriber.subscribe(shiftChannel);
  await read();

  return {
    now: () => new Date(Date.now() + offset),
    onShift(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    [Symbol.asyncDispose]: () => {
      subscriber.disconnect();
      return Promise.resolve();
    },
  };
}

/** What a shift came to. */
export interface ClockShift {
  readonly offsetMilliseconds: number;
  /** Processes that follow the clock, and how many of them had moved when this returned. */
  readonly followers: number;
  readonly moved: number;
}

/** The shift in force, in milliseconds. */
export async function readClockOffset(redis: Redis): Promise<number> {
  return Number((await redis.get(offsetKey)) ?? 0);
}

/** Moves the running system's clock and waits up to three seconds for every process to follow. */
export async function shiftClock(redis: Redis, milliseconds: number): Promise<ClockShift> {
  const offset = await redis.incrby(offsetKey, milliseconds);
  return announce(redis, offset);
}

/** Puts the running system back on real time. */
export async function resetClock(redis: Redis): Promise<ClockShift> {
  await redis.del(offsetKey);
  return announce(redis, 0);
}

async function announce(redis: Redis, offsetMilliseconds: number): Promise<ClockShift> {
  const shift = crypto.randomUUID();
  const followers = await redis.publish(shiftChannel, shift);
  const deadline = Date.now() + 3_000;
  let moved = 0;
  while (moved < followers && Date.now() < deadline) {
    moved = Number((await redis.get(acknowledgements(shift))) ?? 0);
    if (moved < followers) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return { offsetMilliseconds, followers, moved };
}
