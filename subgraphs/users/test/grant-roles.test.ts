import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const command = new URL('../src/grant-roles.ts', import.meta.url).pathname;
const grant = (...words: string[]) => run(process.execPath, [command, ...words]);

describe('granting roles at the terminal', () => {
  it.each([
    [[], 'usage'],
    [['ada@example.org'], 'usage'],
    [['ada@example.org', 'KING'], 'usage'],
    [['nobody-has-this@example.org', 'ADMIN'], 'nobody has an account'],
  ])('says in one line what is wrong with %j', async (words, reason) => {
    const failure = await grant(...words).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 1, stdout: '' });
    expect(failure).toHaveProperty(
      'stderr',
      expect.stringMatching(new RegExp(`^.*${reason}.*\n$`)),
    );
  });
});
