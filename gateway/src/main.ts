import { runProgram } from '@skillswap/kit/process';
import { help, readCommandLine } from './command-line.ts';
import { readConfig } from './config.ts';
import { examineProduct, startGateway } from './gateway.ts';
import { examineSupergraph, startStandalone } from './standalone.ts';

const name = 'gateway';
const given = process.argv.slice(2).filter((argument) => argument !== '--check-config');
if (given.includes('--help')) process.stdout.write(help);
else if (given.length === 0) {
  await runProgram({ name, read: readConfig, examine: examineProduct, start: startGateway });
} else {
  await runProgram({
    name,
    read: (env) => readCommandLine(given, env),
    examine: examineSupergraph,
    start: startStandalone,
  });
}
