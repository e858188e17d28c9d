import type { Mail } from '@skillswap/kit/mail';
import type { Addressee, Addressees } from '../src/addressees.ts';

/** Takes the letters of one instance, and knows everybody's address. */
export function openPostOffice() {
  const delivered: Mail[] = [];
  const known = new Map<string, Partial<Addressee>>();
  const refused = new Map<string, number>();
  return {
    addressees: {
      find: (userId) =>
        Promise.resolve({
          state: 'ACTIVE',
          email: addressOf(userId),
          displayName: 'Ada',
          preferredLanguage: 'en',
          timeZone: 'Europe/Paris',
          ...known.get(userId),
        }),
    } satisfies Addressees,
    sendMail: (mail: Mail): Promise<void> => {
      const times = refused.get(mail.to);
      if (times !== undefined) {
        refused.set(mail.to, times + 1);
        return Promise.reject(new Error('the mail server is full'));
      }
      delivered.push(mail);
      return Promise.resolve();
    },
    /** What the users subgraph says of somebody. */
    describe(userId: string, person: Partial<Addressee>) {
      known.set(userId, person);
    },
    /** What somebody was written, in order. */
    to: (userId: string) => delivered.filter((mail) => mail.to === addressOf(userId)),
    /** Refuses what somebody is written, until `accept`. */
    refuse(userId: string) {
      refused.set(addressOf(userId), 0);
    },
    accept(userId: string) {
      refused.delete(addressOf(userId));
    },
    /** How many letters to somebody were refused. */
    refusals: (userId: string) => refused.get(addressOf(userId)) ?? 0,
  };
}

const addressOf = (userId: string) => `${userId}@skillswap.example`;
