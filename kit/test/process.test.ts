import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';

it.each(['SIGTERM', 'SIGINT'] as const)(
  'a program that is told by %s to stop before it has started ends, and says so',
  async (signal) => {
    const program = spawn(process.execPath, [`${import.meta.dirname}/never-started.ts`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onTestFinished(() => void program.kill('SIGKILL'));
    const complaints = text(program.stderr);
    await once(program.stdout, 'data');
    program.kill(signal);
    await once(program, 'exit');
    expect(program.exitCode).toBe(1);
    expect(await complaints).toBe('Stopped before it had started.\n');
  },
);
