import type { Clock } from '@skillswap/kit/clock';
import type { Credential } from '../authentication.ts';
import type { Revocations } from '../revocations/revocations.ts';

/** A client's socket after `connection_init`. */
export interface OpenSocket {
  /** Replaced when a ping brings a fresh token. */
  readonly credential: Credential;
  close(code: number, reason: string): void;
}

/** The sockets that are open, so that they close when what they were opened with has ended. */
export interface OpenSockets extends Disposable {
  /** False, and not added, when its person has as many as they may have. */
  add(socket: OpenSocket): boolean;
  remove(socket: OpenSocket): void;
}

/** Sockets of one person at one gateway. */
const mostSockets = 10;
const sweepMilliseconds = 500;
/** Time for a fresh token to arrive in a ping after the old one has ended. */
const graceMilliseconds = 30_000;

/** Sweeps twice a second, by the product's clock, and whenever tokens were revoked. */
export function createOpenSockets(clock: Clock, revocations: Revocations): OpenSockets {
  const sockets = new Set<OpenSocket>();
  const perPerson = new Map<string, number>();
  const sweep = setInterval(() => {
    const ended = clock.now().getTime() - graceMilliseconds;
    for (const socket of sockets) {
      if (socket.credential.expiresAt <= ended) socket.close(4403, 'Token expired');
    }
  }, sweepMilliseconds).unref();
  revocations.onChange(() => {
    for (const socket of sockets) {
      if (revocations.cover(socket.credential)) socket.close(4403, 'Logged out');
    }
  });

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
    [Symbol.dispose]() {
      clearInterval(sweep);
    },
  };
}

function personOf({ credential: { viewer } }: OpenSocket): string {
  return 'id' in viewer ? `${viewer.kind} ${viewer.id}` : viewer.kind;
}
