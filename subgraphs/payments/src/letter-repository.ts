import type { Transact } from './transact.ts';

/** Which letters have gone out. */
export type LetterRepository = ReturnType<typeof createLetterRepository>;

export function createLetterRepository(transact: Transact) {
  return {
    /** Takes the right to send a letter; false when another attempt has it. */
    take(key: string, now: Date): Promise<boolean> {
      // By its attempt, taking it once more after a lost answer finds that it was taken by itself.
      const attempt = crypto.randomUUID();
      return transact(async (tx) => {
        const taken = await tx`
          insert into letters_sent (key, attempt, at)
          values (${key}, ${attempt}, ${now})
          on conflict (key) do update set at = letters_sent.at
          where letters_sent.attempt = excluded.attempt`;
        return taken.count === 1;
      });
    },

    /** Gives the right back after the mail server refused. */
    giveBack(key: string): Promise<void> {
      return transact(async (tx) => {
        await tx`delete from letters_sent where key = ${key}`;
      });
    },
  };
}
