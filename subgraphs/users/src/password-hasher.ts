import { hash, verify } from 'argon2';
import { serviceUnavailable } from '@skillswap/kit/errors';
import { normalisePassword } from './password.ts';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** How much hashing one process takes on. */
export interface PasswordHasherLimits {
  /** Hashes that are computed at the same time. */
  readonly atOnce: number;
  /** Those that may wait; more are refused with SERVICE_UNAVAILABLE. */
  readonly waiting: number;
  /** How long one may have to wait, as far as can be told; otherwise it is refused in the same way. */
  readonly patienceMilliseconds: number;
}

/** Hashes and checks passwords; see {@link createPasswordHasher}. */
export interface PasswordHasher {
  /** Throws SERVICE_UNAVAILABLE when there is no place to wait, before anything is read for it. */
  demandPlace(): void;
  hash(password: string): Promise<string>;
  /**
   * Checks a password against a stored hash, or against a hash of nothing when there is none, so
   * that both take the same time. `admit` runs right before, when the turn has come; when it throws
   * nothing is checked.
   */
  matches(
    storedHash: string | null,
    password: string,
    admit?: () => Promise<void>,
  ): Promise<boolean>;
}

/** Hashes with argon2id, a bounded number at once, so that log-ins never starve the rest. */
export async function createPasswordHasher(limits: PasswordHasherLimits): Promise<PasswordHasher> {
  const inTurn = createTurns(limits);
  const hashOfNothing = await inTurn(() => hash('nobody has this password', cost));
  return {
    demandPlace: inTurn.demandPlace,
    hash: (password) => inTurn(() => hash(normalisePassword(password), cost)),
    matches: (storedHash, password, admit) =>
      inTurn(async () => {
        await admit?.();
        const matches = await verify(storedHash ?? hashOfNothing, normalisePassword(password));
        return matches && storedHash !== null;
      }),
  };
}

/** How much of what a turn is taken to last comes from the last one. */
const weightOfLast = 0.2;

function createTurns({ atOnce, waiting, patienceMilliseconds }: PasswordHasherLimits) {
  const queue: (() => void)[] = [];
  let running = 0;
  /** What a turn lasts in milliseconds: many times longer when the processor has other work. */
  let lasts = 0;
  const isTooLong = () =>
    queue.length >= waiting || ((queue.length + 1) * lasts) / atOnce > patienceMilliseconds;
  const demandPlace = (): void => {
    if (running >= atOnce && isTooLong()) throw serviceUnavailable(1);
  };
  const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    demandPlace();
    if (running >= atOnce) {
      // Whoever ends hands its place on, so that nobody who comes later can take it.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    const start = performance.now();
    try {
      return await work();
    } finally {
      lasts += (performance.now() - start - lasts) * weightOfLast;
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
  return Object.assign(inTurn, { demandPlace });
}
