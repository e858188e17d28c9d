import { runProcess } from '@skillswap/kit/process';
import { help, readCommandLine } from './command-line.ts';
import { readConfig } from './config.ts';
import { startGateway } from './gateway.ts';
import { startStandalone } from './standalone.ts';

const given = process.argv.slice(2);
if (given.includes('--help')) process.stdout.write(help);
else if (given.length === 0) await runProcess(() => startGateway(readConfig(process.env)));
else {
  // npm runs scripts in the repository's root; paths are meant from where npm was called.
  const folder = process.env['INIT_CWD'] ?? process.cwd();
  const logLevel = process.env['LOG_LEVEL'] ?? 'warn';
  await runProcess(() => startStandalone(readCommandLine(given, folder), logLevel));
}
