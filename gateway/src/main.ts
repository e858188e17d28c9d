import { runProgram, type Program } from '@skillswap/kit/process';
import { takeClusterOption } from './cluster/worker-count.ts';
import { isWorker } from './cluster/worker.ts';
import { help, readCommandLine, type CommandLine } from './command-line.ts';
import { readConfig, type Config } from './config.ts';
import { examineProduct, startGateway, startGatewayCluster } from './gateway.ts';
import { examineSupergraph, startStandalone, startStandaloneCluster } from './standalone.ts';

const name = 'gateway';
const given = process.argv.slice(2).filter((argument) => argument !== '--check-config');
const { wanted, rest } = takeClusterOption(given);
// A Ctrl-C reaches every process of a terminal; a worker waits for what its primary says.
if (isWorker) process.on('SIGINT', () => undefined);
const stopSignals: readonly NodeJS.Signals[] = isWorker ? ['SIGTERM'] : ['SIGTERM', 'SIGINT'];

const product: Program<Config> = {
  ...{ name, stopSignals, examine: examineProduct },
  read: (env) => readConfig(wanted === null ? env : { ...env, GATEWAY_WORKERS: wanted }),
  start: (config, host) =>
    config.workers === null || isWorker
      ? startGateway(config, host)
      : startGatewayCluster(config, config.workers, host),
};
const standalone: Program<CommandLine> = {
  ...{ name, stopSignals, examine: examineSupergraph },
  read: (env) => readCommandLine(given, env),
  start: (commandLine, host) =>
    commandLine.workers === null || isWorker
      ? startStandalone(commandLine, host)
      : startStandaloneCluster(commandLine, commandLine.workers, host),
};

if (given.includes('--help')) process.stdout.write(help);
else if (rest.length === 0) await runProgram(product);
else await runProgram(standalone);
