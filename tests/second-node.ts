import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from '../engines/src/checkout.ts';
import { freePort } from '../engines/src/free-port.ts';
import { readPorts } from '../engines/src/ports.ts';
import { identityOf } from '../engines/src/process-identity.ts';
import type { RunningSystem } from '../engines/src/running-system.ts';
import { gatewayService, subgraphServices } from '../engines/src/service.ts';
import { ServiceGroup } from '../engines/src/service-group.ts';

/** A system that another gateway and another chat are put beside. */
export interface FirstNode {
  readonly record: RunningSystem;
  readonly env: Readonly<Record<string, string>>;
  readonly dataDir: string;
}

/** A second gateway that asks a second instance of chat, and the first of everything else. */
export interface SecondNode extends AsyncDisposable {
  readonly record: RunningSystem;
  /** Where the record of its processes is kept. */
  readonly dataDir: string;
}

/** Starts it on the engines of the first; disposing stops it. */
export async function startSecondNode(first: FirstNode): Promise<SecondNode> {
  const dataDir = join(first.dataDir, 'second');
  await mkdir(join(dataDir, 'logs'), { recursive: true });
  const [port, internal, chat] = [await freePort(), await freePort(), await freePort()];
  const env = {
    ...first.env,
    PORT: String(port),
    INTERNAL_PORT: String(internal),
    CHAT_PORT: String(chat),
    CHAT_URL: `http://127.0.0.1:${String(chat)}/graphql`,
  };
  const ports = readPorts(['chat'], env);
  const record: RunningSystem = {
    ...first.record,
    supervisor: identityOf(process.pid),
    origin: `http://localhost:${String(port)}`,
    internalOrigin: `http://127.0.0.1:${String(internal)}`,
    services: {},
  };
  await using undo = new AsyncDisposableStack();
  const say = () => undefined;
  const group = undo.use(new ServiceGroup({ checkout, dataDir, record, say, watch: false }));
  group.start(subgraphServices(ports, env, false));
  group.start([gatewayService(ports, env)]);
  await group.untilReady(AbortSignal.timeout(120_000));
  const stack = undo.move();
  return { record, dataDir, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}
