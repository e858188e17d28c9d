import { setTimeout as delay } from 'node:timers/promises';
import { isPortFree } from './free-port.ts';
import type { FixedPort } from './ports.ts';
import { StartupError } from './startup-error.ts';

const patience = 1000;

/** Refuses to begin while another program listens where the system must, or where two parts would. */
export async function requireFreePorts(ports: readonly FixedPort[]): Promise<void> {
  for (const [index, { variable, port }] of ports.entries()) {
    const twin = ports.slice(0, index).find((other) => other.port === port);
    if (twin !== undefined) {
      throw new StartupError(
        `${twin.variable} and ${variable} are both ${String(port)}: give them different ports.`,
      );
    }
    if (await becomesFree(port)) continue;
    throw new StartupError(
      `Port ${String(port)} is taken by another program: end that program, or set ${variable} to a ` +
        'free port (in the environment or in .env).',
    );
  }
}

/** A process that has just ended may hold its port for a moment. */
async function becomesFree(port: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (!(await isPortFree(port))) {
    if (performance.now() > deadline) return false;
    await delay(50);
  }
  return true;
}
