import { join } from 'node:path';
import { claimCheckout } from './claim-checkout.ts';
import { listSubgraphs, readPorts } from './ports.ts';
import type { Ports } from './ports.ts';
import { identityOf } from './process-identity.ts';
import { forgetRunningSystem } from './running-system.ts';
import type { RunningSystem } from './running-system.ts';
import { ServiceGroup } from './service-group.ts';
import { gatewayService, sharedEnvironment, subgraphServices } from './service.ts';
import { startEngines } from './start-engines.ts';
import type { Engines } from './start-engines.ts';
import { sandboxService, usesSandbox } from './stripe-sandbox.ts';

export interface SystemOptions {
  checkout: string;
  dataDir: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Called with a line for the person who watches. */
  say: (line: string) => void;
  /** Gives up starting. */
  signal: AbortSignal;
  /** Restarts a service when its sources change. */
  watch: boolean;
}

/** A system whose processes are all ready; disposing drains them, the gateway first and the engines last. */
export interface System extends AsyncDisposable {
  record: RunningSystem;
  /** What its processes were told. */
  env: Readonly<Record<string, string>>;
  /** Kills the services without waiting for them. */
  kill: () => void;
}

/** Starts engines, subgraphs and gateway, each a process of its own. */
export async function runSystem(options: SystemOptions): Promise<System> {
  const { checkout, dataDir, env: given, say, signal, watch } = options;
  const subgraphs = listSubgraphs(checkout);
  const ports = readPorts(subgraphs, given);
  const withSandbox = usesSandbox(checkout, given);
  await claimCheckout(dataDir, ports, withSandbox);

  await using undo = new AsyncDisposableStack();
  const engines = undo.use(
    await startEngines({ dataDir, env: given, progress: say, signal, keepRunning: true }),
  );
  undo.defer(() => {
    forgetRunningSystem(dataDir);
    say('Stopping the engines …');
  });
  const env = {
    // Starting is mostly compiling; what is compiled once is kept.
    NODE_COMPILE_CACHE: join(dataDir, 'compile-cache'),
    ...sharedEnvironment(given, ports, engines),
  };
  const record = describeSystem(env, ports, engines);
  const services = undo.use(new ServiceGroup({ checkout, dataDir, record, say, watch }));
  say(`Starting ${[...subgraphs, 'gateway'].join(', ')} …`);
  if (withSandbox) services.start([sandboxService(ports, env)]);
  services.start(subgraphServices(ports, env, withSandbox));
  services.start([gatewayService(ports, env)]);
  await services.untilReady(signal);

  const stack = undo.move();
  return {
    record,
    env,
    kill: () => {
      services.kill();
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

function describeSystem(
  env: Readonly<Record<string, string>>,
  ports: Ports,
  { mongodbUri, databaseUrl, redisUrl }: Engines,
): RunningSystem {
  return {
    supervisor: identityOf(process.pid),
    environment: env['SKILLSWAP_ENV'] ?? 'development',
    origin: `http://localhost:${String(ports.gateway.port)}`,
    internalOrigin: `http://127.0.0.1:${String(ports.internal.port)}`,
    mongodbUri,
    databaseUrl,
    redisUrl,
    services: {},
  };
}
