import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findRunningSystem } from '../src/running-system.ts';
import { createCheckout } from './checkout.ts';
import { serversOf } from './data-folder.ts';

const start = 'engines/src/start.ts';
const clock = 'engines/src/clock.ts';

async function ask(port: string | undefined, path: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port ?? ''}${path}`);
  const text = await response.text();
  return path === '/environment' ? JSON.parse(text) : text;
}

describe('npm start', { timeout: 120_000 }, () => {
  test('shows one screen and on Ctrl-C ends the gateway, then the subgraphs, then the engines', async () => {
    const checkout = await createCheckout();
    const system = checkout.run(start);
    await system.says(/Ctrl-C stops everything/);
    expect(system.output()).toContain(
      `SkillSwap runs at http://localhost:${checkout.env['PORT'] ?? ''}`,
    );
    expect(system.output()).toContain('ada@skillswap.example');
    const told = z.record(z.string(), z.string());
    const environment = told.parse(await ask(checkout.env['USERS_PORT'], '/environment'));
    expect(environment['PAYMENTS_URL']).toBe(
      `http://127.0.0.1:${checkout.env['PAYMENTS_PORT'] ?? ''}/graphql`,
    );
    expect(environment).toMatchObject({ SKILLSWAP_ENV: 'development', PORT: checkout.env['PORT'] });
    expect(environment['MONGODB_URI']).toMatch(/^mongodb:/);

    // From a terminal through npm one Ctrl-C arrives twice.
    system.child.kill('SIGINT');
    system.child.kill('SIGINT');
    expect(await system.ends()).toBe(0);
    const ended = await readFile(join(checkout.dataDir, 'ended'), 'utf8');
    expect(ended).toMatch(/^INTERNAL_PORT (USERS_PORT PAYMENTS_PORT|PAYMENTS_PORT USERS_PORT) $/);
    expect(serversOf(checkout.dataDir)).toEqual([]);
    expect(findRunningSystem(checkout.dataDir)).toBeNull();
  });

  test('starts a service again when it dies, and says so', async () => {
    const checkout = await createCheckout();
    const system = checkout.run(start);
    await system.says(/Ctrl-C stops everything/);
    await ask(checkout.env['USERS_PORT'], '/die').catch(() => null);
    await system.says(/users ended \(code 3\); starting it again in 0.5 s/);
    await expect
      .poll(() => ask(checkout.env['USERS_PORT'], '/readyz').catch(() => ''), { timeout: 10_000 })
      .toBe('ok');
  });

  test('clears up after a supervisor that was killed', async () => {
    const checkout = await createCheckout();
    const first = checkout.run(start);
    await first.says(/Ctrl-C stops everything/);
    const engines = serversOf(checkout.dataDir);
    first.child.kill('SIGKILL');
    await first.ends();

    const second = checkout.run(start);
    await second.says(/Ctrl-C stops everything/);
    expect(second.output()).toMatch(/MongoDB +already running/);
    expect(serversOf(checkout.dataDir)).toEqual(engines);
    second.child.kill('SIGTERM');
    expect(await second.ends()).toBe(0);
    expect(serversOf(checkout.dataDir)).toEqual([]);
  });

  test('refuses to run twice in one checkout, and begins anew only when stopped', async () => {
    const checkout = await createCheckout();
    const first = checkout.run(start);
    await first.says(/Ctrl-C stops everything/);
    const second = checkout.run(start);
    expect(await second.ends()).toBe(1);
    expect(second.output()).toMatch(
      /^SkillSwap already runs at http:\/\/localhost:\d+ \(process \d+\)/m,
    );
    const fresh = checkout.run(start, '--fresh');
    expect(await fresh.ends()).toBe(1);
    expect(fresh.output()).toContain('stop it before you begin anew');

    first.child.kill('SIGINT');
    await first.ends();
    const { birthtimeMs: before } = await stat(join(checkout.dataDir, 'postgres'));
    const anew = checkout.run(start, '--fresh');
    await anew.says(/Ctrl-C stops everything/);
    expect((await stat(join(checkout.dataDir, 'postgres'))).birthtimeMs).toBeGreaterThan(before);
  });

  test('restarts a service whose sources change when watching', async () => {
    const checkout = await createCheckout();
    const system = checkout.run(start, '--watch');
    await system.says(/Ctrl-C stops everything/);
    const before = findRunningSystem(checkout.dataDir)?.services;
    await checkout.write('subgraphs/users/schema.graphql', 'type Query { a: ID }');
    await system.says(/users has changed; restarting it/);
    await expect
      .poll(() => findRunningSystem(checkout.dataDir)?.services['users'], { timeout: 10_000 })
      .not.toBe(before?.['users']);
    expect(findRunningSystem(checkout.dataDir)?.services['payments']).toBe(before?.['payments']);
  });
});

describe('npm start that cannot succeed', { timeout: 60_000 }, () => {
  test('names the port that is taken and the variable that changes it', async () => {
    const checkout = await createCheckout();
    const squatter = createServer().listen(Number(checkout.env['USERS_PORT']), '127.0.0.1');
    await once(squatter, 'listening');
    const system = checkout.run(start);
    expect(await system.ends()).toBe(1);
    squatter.close();
    expect(system.output()).toContain(`Port ${checkout.env['USERS_PORT'] ?? ''} is taken`);
    expect(system.output()).toContain('set USERS_PORT');
    expect(serversOf(checkout.dataDir)).toEqual([]);
  });

  test.for([
    ['PORT', 'many', /^PORT must be a port number/m],
    ['REDIS_URL', 'http://x', /^REDIS_URL must be/m],
    ['MONGODB_URI_FILE', '/nowhere', /^MONGODB_URI_FILE names a file that cannot be read/m],
  ] as const)('says in a sentence that %s=%s is wrong', async ([name, value, sentence]) => {
    const checkout = await createCheckout();
    checkout.env[name] = value;
    const system = checkout.run(start);
    expect(await system.ends()).toBe(1);
    expect(system.output()).toMatch(sentence);
    expect(system.output()).not.toMatch(/^ +at /m);
  });

  test('tells what a service said when it would not start, and ends everything', async () => {
    const checkout = await createCheckout();
    await checkout.write(
      'subgraphs/users/src/main.ts',
      'console.error("no secret"); process.exit(1)',
    );
    const system = checkout.run(start);
    expect(await system.ends()).toBe(1);
    expect(system.output()).toContain(
      'users does not start (no secret): see .data/logs/users.log.',
    );
    expect(serversOf(checkout.dataDir)).toEqual([]);
    await expect(ask(checkout.env['PAYMENTS_PORT'], '/')).rejects.toThrow();
  });

  test('refuses an argument it does not know', async () => {
    const checkout = await createCheckout();
    const system = checkout.run(start, '--frech');
    expect(await system.ends()).toBe(1);
    expect(system.output()).toContain('Usage: npm start -- [--fresh] [--watch]');
  });
});

describe('npm run clock', { timeout: 60_000 }, () => {
  test('shifts add up until they are reset', async () => {
    const checkout = await createCheckout();
    const system = checkout.run(start);
    await system.says(/Ctrl-C stops everything/);
    const say = async (...args: string[]) => {
      const program = checkout.run(clock, ...args);
      await program.ends();
      return program.output();
    };
    expect(await say('+15d')).toMatch(/^\d{4}-\S+Z \(real time \+15d\); 0 processes have followed/);
    expect(await say('-12h')).toContain('real time +14d12h');
    expect(await say()).toContain('real time +14d12h');
    expect(await say('--reset')).toContain('(real time)');
    expect(await say('15')).toContain('Usage: npm run clock -- +15d');
    checkout.env['SKILLSWAP_ENV'] = 'production';
    expect(await say('+1d')).toContain('cannot be moved while SKILLSWAP_ENV is production');
  });

  test('says that nothing runs', async () => {
    const checkout = await createCheckout();
    const program = checkout.run(clock, '+1d');
    expect(await program.ends()).toBe(1);
    expect(program.output()).toContain('Nothing runs here: start the system with npm start.');
  });
});
