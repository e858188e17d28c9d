import type { Clock } from '@skillswap/kit/clock';
import type { Credential } from '../authentication.ts';

/** A client's socket after `connection_init`. */
export interface OpenSocket {
  /** Replaced when a ping brings a fresh token. */
  credential: Credential;
  close(code: number, reason: string): void;
}

/** A log-in that has ended; without an `authSessionId` all of the person's. */
export interface RevokedAuthSession {
  readonly userId: string;
  readonly authSessionId: string | null;
}

/** The sockets that are open, so that they close when what they were opened with has ended. */
export interface OpenSockets extends Disposable {
  /** False, and not added, when its person has as many as they may have. */
  add(socket: OpenSocket): boolean;
  remove(socket: OpenSocket): void;
  /** Closes the sockets of a log-in that has ended. */
  revoke(session: RevokedAuthSession): void;
}

/** Sockets of one person at one gateway. */
const mostSockets = 10;
const sweepMilliseconds = 500;
/** Time for a fresh token to arrive in a ping after the old one has ended. */
const graceMilliseconds = 30_000;

/** Sweeps twice a second, by the product's clock. */
export function createOpenSockets(clock: Clock): OpenSockets {
  const sockets = new Set<OpenSocket>();
  const perPerson = new Map<string, number>();
  const sweep = setInterval(() => {
    const ended = clock.now().getTime() - graceMilliseconds;
    for (const socket of sockets) {
      if (socket.credential.expiresAt <= ended) socket.close(4403, 'Token expired');
    }
  }, sweepMilliseconds).unref();

  return {
    add(socket) {
      const person = personOf(socket);
      const count = perPerson.get(person) ?? 0;
      if (count >= mostSockets) return false;
      perPerson.set(person, count + 1);
      sockets.add(socket);
      return true;
    },
    remove(socket) {
      if (!sockets.delete(socket)) return;
      const person = personOf(socket);
      const count = perPerson.get(person) ?? 0;
      if (count > 1) perPerson.set(person, count - 1);
      else perPerson.delete(person);
    },
    revoke({ userId, authSessionId }) {
      for (const socket of sockets) {
        const { viewer } = socket.credential;
        if (viewer.kind !== 'member' || viewer.id !== userId) continue;
        if (authSessionId !== null && viewer.authSessionId !== authSessionId) continue;
        socket.close(4403, 'Logged out');
      }
    },
    [Symbol.dispose]() {
      clearInterval(sweep);
    },
  };
}

function personOf({ credential: { viewer } }: OpenSocket): string {
  return 'id' in viewer ? `${viewer.kind} ${viewer.id}` : viewer.kind;
}
