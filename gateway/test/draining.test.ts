import { Agent, request } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  plansQuery,
  startGatewayProcess,
  startPlansSubgraph,
  type GatewayProcess,
  type PlansSubgraph,
} from './gateway-process.ts';

let payments: PlansSubgraph;
let running: AsyncDisposableStack;
beforeAll(async () => {
  payments = await startPlansSubgraph();
});
afterAll(() => payments[Symbol.asyncDispose]());
beforeEach(() => {
  payments.hold = null;
  running = new AsyncDisposableStack();
});
afterEach(() => running.disposeAsync());

const start = async (env: Readonly<Record<string, string>> = {}): Promise<GatewayProcess> =>
  running.use(
    await startGatewayProcess({ PAYMENTS_URL: payments.url, TRUSTED_PROXIES: '1', ...env }),
  );

/** An answer, or the code of the error that came instead. */
interface Outcome {
  readonly status: number;
  readonly connection: string | undefined;
  readonly body: string;
  readonly code: string;
}

let asked = 0;

/** Each from another address, so that no budget is used up. */
function ask(origin: string, agent: Agent): Promise<Outcome> {
  return new Promise((resolve) => {
    asked += 1;
    const address = `10.1.${String(asked >> 8)}.${String(asked & 255)}`;
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
    const sent = request(`${origin}/graphql`, { method: 'POST', headers, agent }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        const { connection } = response.headers;
        resolve({ status: response.statusCode ?? 0, connection, body, code: '' });
      });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => {
      resolve({ status: 0, connection: undefined, body: '', code: error.code ?? 'unknown' });
    });
    sent.end(JSON.stringify({ query: plansQuery }));
  });
}

/** An agent that keeps its connections, as most clients do. */
const keeping = () => new Agent({ keepAlive: true, maxSockets: 4 });

const probe = async ({ internalUrl }: GatewayProcess, path: string) => {
  const answer = await fetch(`${internalUrl}${path}`);
  const body: unknown = await answer.json();
  return { status: answer.status, body };
};

/** Holds back the subgraph's answers; the first that waits is handed out. */
function holdAnswers(): Promise<() => void> {
  return new Promise((resolve) => {
    payments.hold = resolve;
  });
}

/** Starting a process takes seconds on a busy machine. */
const patience = 120_000;

describe('a gateway that is told to stop', { timeout: patience }, () => {
  it('says so first, still answers, and finishes what is running before it ends', async () => {
    const gateway = await start({ DRAIN_DELAY_SECONDS: '2' });
    expect(await probe(gateway, '/readyz')).toEqual({
      status: 200,
      body: { ready: true, state: 'serving' },
    });
    const held = holdAnswers();
    const slow = ask(gateway.url, keeping());
    const answer = await held;
    payments.hold = null;

    gateway.kill('SIGTERM');
    await expect
      .poll(() => probe(gateway, '/readyz'), { timeout: 2_000, interval: 20 })
      .toEqual({ status: 503, body: { ready: false, state: 'draining' } });
    expect(await probe(gateway, '/livez')).toMatchObject({ status: 200 });
    expect(await probe(gateway, '/startupz')).toMatchObject({ status: 200 });
    expect(await ask(gateway.url, keeping())).toMatchObject({ status: 200, connection: 'close' });

    await expect
      .poll(() => ask(gateway.url, keeping()), { timeout: 5_000, interval: 50 })
      .toMatchObject({ code: 'ECONNREFUSED' });
    answer();
    const { status, body } = await slow;
    expect([status, JSON.parse(body)]).toMatchObject([200, { data: { plans: [] } }]);
    expect(await gateway.exited).toBe(0);
  });

  it('ends at once when it is told again', async () => {
    const gateway = await start({ DRAIN_DELAY_SECONDS: '60' });
    gateway.kill('SIGTERM');
    await expect
      .poll(() => probe(gateway, '/readyz'), { timeout: 2_000, interval: 20 })
      .toMatchObject({ status: 503 });
    const again = setInterval(() => {
      gateway.kill('SIGTERM');
    }, 100);
    expect(await gateway.exited).toBe(1);
    clearInterval(again);
  });
});

it(
  'two gateways are restarted one after the other and no request fails',
  { timeout: patience },
  async () => {
    const env = { DRAIN_DELAY_SECONDS: '2' };
    const places: Place[] = [];
    for (let at = 0; at < 2; at += 1) places.push({ gateway: await start(env), isReady: true });
    const balancer = { isOver: false, answered: 0, failures: Array<Outcome>() };

    /** Asks whether each gateway is ready, as load balancers do. */
    const probing = async (place: Place): Promise<void> => {
      while (!balancer.isOver) {
        place.isReady = await probe(place.gateway, '/readyz').then(
          ({ status }) => status === 200,
          () => false,
        );
        await aMoment();
      }
    };
    const client = async (first: number): Promise<void> => {
      const agent = keeping();
      for (let turn = first; !balancer.isOver; turn += 1) {
        const ready = places.filter(({ isReady }) => isReady);
        const outcome = await ask(ready[turn % ready.length]?.gateway.url ?? '', agent);
        if (outcome.status === 200) balancer.answered += 1;
        else balancer.failures.push(outcome);
        await aMoment();
      }
      agent.destroy();
    };
    const running = [...places.map(probing), ...[0, 1, 2, 3].map(client)];
    for (const place of places) {
      const before = balancer.answered;
      const { gateway } = place;
      gateway.kill('SIGTERM');
      expect(await gateway.exited).toBe(0);
      place.gateway = await start({ ...env, PORT: new URL(gateway.url).port });
      await expect.poll(() => place.isReady).toBe(true);
      expect(balancer.answered).toBeGreaterThan(before);
    }
    balancer.isOver = true;
    await Promise.all(running);
    expect(balancer.failures).toEqual([]);
  },
);

/** A gateway that a load balancer knows, and then its successor on the same port. */
interface Place {
  gateway: GatewayProcess;
  isReady: boolean;
}

/** Leaves the processor to the gateways. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));
