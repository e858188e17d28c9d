import type { FixedPort, Ports } from './ports.ts';
import { requireFreePorts } from './require-free-ports.ts';
import { endOrphans, findRunningSystem } from './running-system.ts';
import { StartupError } from './startup-error.ts';

/** Makes sure that nothing stands in the way of a system in this checkout, before anything is started. */
export async function claimCheckout(
  dataDir: string,
  ports: Ports,
  withSandbox: boolean,
): Promise<void> {
  const other = findRunningSystem(dataDir);
  if (other !== null) {
    const pid = String(Number.parseInt(other.supervisor, 10));
    throw new StartupError(
      `SkillSwap already runs at ${other.origin} (process ${pid}): use that, or stop it first.`,
    );
  }
  await endOrphans(dataDir);
  const needed: FixedPort[] = [ports.gateway, ports.internal, ...ports.subgraphs.values()];
  await requireFreePorts(withSandbox ? [...needed, ports.sandbox] : needed);
}
