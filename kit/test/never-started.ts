import { runProgram } from '../src/process.ts';

/** A program that waits for something that never comes. */
await runProgram({
  name: 'never-started',
  read: () => ({}),
  start: () => {
    setInterval(() => undefined, 60_000);
    process.stdout.write('starting\n');
    return Promise.withResolvers<AsyncDisposable>().promise;
  },
});
