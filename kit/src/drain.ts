import type { Server } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long the right moment to stop listening is waited for. */
const patienceMilliseconds = 500;
/** A turn that is shorter has had nothing to do. */
const idleMilliseconds = 0.2;

/**
 * Stops taking connections and waits for running requests, at most for `graceMilliseconds`. Those
 * that have been made and wait to be taken are served, too: they would be reset otherwise.
 */
export async function drain(server: Server, graceMilliseconds: number): Promise<void> {
  await takeWaiting(server);
  await new Promise<void>((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, graceMilliseconds);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}

/**
 * Ends right after a turn of the loop that has found no connection and nothing else to do. The loop
 * takes one connection a turn, and those that are made during a turn wait for the next one.
 */
async function takeWaiting(server: Server): Promise<void> {
  let taken = 0;
  const take = () => {
    taken += 1;
  };
  server.on('connection', take);
  const end = performance.now() + patienceMilliseconds;
  for (let isIdle = false; !isIdle && performance.now() < end;) {
    const [before, began] = [taken, performance.now()];
    await nextTurn();
    isIdle = taken === before && performance.now() - began < idleMilliseconds;
  }
  server.off('connection', take);
}
