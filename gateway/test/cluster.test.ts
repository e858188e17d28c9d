import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  plansQuery,
  startGatewayProcess,
  startPlansSubgraph,
  type GatewayProcess,
  type PlansSubgraph,
} from './gateway-process.ts';

let payments: PlansSubgraph;
/** The last test's cluster when that left it serving, else one of this test's own. */
let gateway: GatewayProcess;
let hasEnded = true;
beforeAll(async () => {
  payments = await startPlansSubgraph();
});
beforeEach(async () => {
  payments.hold = null;
  if (!hasEnded) return;
  gateway = await startGatewayProcess({ PAYMENTS_URL: payments.url }, ['--cluster', '2']);
  hasEnded = false;
  void gateway.exited.then(() => (hasEnded = true));
  await expect.poll(readiness, { timeout: 60_000 }).toMatchObject({ status: 200 });
  await expect.poll(() => figure('gateway_workers'), { timeout: 60_000 }).toBe(2);
}, 120_000);
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await payments[Symbol.asyncDispose]();
});

const readiness = async () => {
  const answer = await fetch(`${gateway.internalUrl}/readyz`);
  const body: unknown = await answer.json();
  return { status: answer.status, body };
};

/** The value of a metric without labels, or of all its series together. */
async function figure(name: string): Promise<number> {
  const text = await (await fetch(`${gateway.internalUrl}/metrics`)).text();
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

/** Equal queries would be one, so that people who ask at the same time speak different languages. */
const ask = (language = 'en') =>
  fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      connection: 'close',
      'accept-language': language,
    },
    body: JSON.stringify({ query: plansQuery }),
  });

/** The processes that the primary has started. */
function workers(): readonly number[] {
  const pid = String(gateway.pid);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.trim().split(' ').filter(Boolean).map(Number);
}

describe('a cluster', { timeout: 120_000 }, () => {
  it('shares the work, and its figures are those of all workers', async () => {
    const before = await figure('gateway_operation_seconds_count');
    for (let count = 0; count < 10; count += 1) expect((await ask()).status).toBe(200);
    expect(await figure('gateway_operation_seconds_count')).toBe(before + 10);
    const text = await (await fetch(`${gateway.internalUrl}/metrics`)).text();
    expect(text).toContain('gateway_operations_running 0');
  });

  it('goes on while a worker is dead, and replaces it', async () => {
    const [victim = 0] = workers();
    const before = await figure('gateway_worker_restarts_total');
    process.kill(victim, 'SIGKILL');
    await expect
      .poll(() => figure('gateway_worker_restarts_total'), { timeout: 20_000 })
      .toBe(before + 1);
    expect((await ask()).status).toBe(200);
    expect(await readiness()).toMatchObject({ status: 200 });
    await expect.poll(() => figure('gateway_workers'), { timeout: 60_000 }).toBe(2);
    expect(workers()).not.toContain(victim);
  });

  it('that is told to stop finishes what all its workers do, and leaves none behind', async () => {
    const held: (() => void)[] = [];
    payments.hold = (answer) => held.push(answer);
    const answers = ['en', 'fr', 'de', 'it'].map((language) => ask(language));
    await expect.poll(() => held.length, { timeout: 20_000 }).toBe(4);
    const before = workers();
    gateway.kill('SIGTERM');
    await expect
      .poll(readiness, { interval: 20, timeout: 20_000 })
      .toEqual({ status: 503, body: { ready: false, state: 'draining' } });
    for (const answer of held) answer();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await gateway.exited).toBe(0);
    for (const pid of before) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('takes its workers along when its primary is killed', async () => {
    const before = workers();
    expect(before).toHaveLength(2);
    gateway.kill('SIGKILL');
    await gateway.exited;
    const areGone = () =>
      before.every((pid) => {
        try {
          return !process.kill(pid, 0);
        } catch {
          return true;
        }
      });
    await expect.poll(areGone, { timeout: 20_000 }).toBe(true);
  });
});
