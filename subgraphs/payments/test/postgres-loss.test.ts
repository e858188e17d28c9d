import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMember, engineUrl, eventually, uniqueName } from '@skillswap/kit/test/testkit';
import { brokenInvariants } from './money-invariants.ts';
import { aPayer } from './payer.ts';
import { startTestPayments, type TestPayments } from './start-payments.ts';

let payments: TestPayments;
beforeAll(async () => {
  payments = await startTestPayments();
});
afterAll(() => payments[Symbol.asyncDispose]());

/** Ends the backends of one application, as an operator or a failing server does. */
async function terminate(applicationName: string): Promise<number> {
  const ended = await payments.owner`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = ${applicationName} and pid <> pg_backend_pid()`;
  return ended.length;
}

describe('when backends are terminated', () => {
  it('no payment is lost or made twice, and the answers go on', async () => {
    const applicationName = payments.applicationName;
    let running = true;
    let ended = 0;
    const killing = (async () => {
      for (let round = 0; round < 5; round += 1) {
        await new Promise((resolve) => setTimeout(resolve, 150));
        ended += await terminate(applicationName);
      }
      running = false;
    })();
    const paid: string[] = [];
    const pay = async () => {
      const ada = aPayer(payments, aMember());
      for (let count = 0; running || count < 3; count += 1) {
        const keys = { begin: crypto.randomUUID(), confirm: crypto.randomUUID() };
        const id = await untilAnswered(() => ada.hasBegun({ idempotencyKey: keys.begin }));
        const { paymentIntent } = await untilAnswered(() =>
          ada.confirms(id, { idempotencyKey: keys.confirm }),
        );
        expect(paymentIntent).toMatchObject({ id, status: 'CONFIRMED' });
        paid.push(id);
      }
    };
    await Promise.all([killing, ...Array.from({ length: 8 }, pay)]);
    expect(ended).toBeGreaterThan(5);
    expect(paid.length).toBeGreaterThanOrEqual(24);
    const confirmed = await payments.owner`
      select id from payment_intents where id = any(${paid}) and status = 'CONFIRMED'`;
    expect(confirmed).toHaveLength(paid.length);
    await eventually(async () => {
      expect(await brokenInvariants(payments.owner)).toEqual({});
    });
  });

  it('the process lives, and a transaction that lost its connection touches no other one', async () => {
    const applicationName = uniqueName('loss');
    const child = fork(fileURLToPath(new URL('postgres-loss-process.ts', import.meta.url)), [], {
      env: { ...process.env, DATABASE_URL: engineUrl('DATABASE_URL'), applicationName },
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const exited = once(child, 'exit');
    const reports: unknown[] = [];
    child.on('message', (report) => reports.push(report));
    await eventually(() => {
      expect(reports).toContain('working');
    });
    for (let round = 0; round < 20; round += 1) {
      await terminate(applicationName);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    child.send('stop');
    expect((await exited)[0]).toBe(0);
    expect(reports.at(-1)).toMatchObject({ halves: 0, stuck: 0 });
    expect(reports.at(-1)).toHaveProperty('lost', expect.any(Number));
  });
});

/** A client repeats a request that went wrong on our side, with the same keys. */
async function untilAnswered<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}
