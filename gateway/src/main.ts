import { runProgram, type Program } from '@skillswap/kit/process';
import { takeClusterOption } from './cluster/worker-count.ts';
import { isWorker } from './cluster/worker.ts';
import { help, readCommandLine, type CommandLine } from './command-line.ts';
import { readConfig, type Config } from './config.ts';

const name = 'gateway';
const given = process.argv.slice(2).filter((argument) => argument !== '--check-config');
const { wanted, rest } = takeClusterOption(given);
// A Ctrl-C reaches every process of a terminal; a worker waits for what its primary says.
if (isWorker) process.on('SIGINT', () => undefined);
const stopSignals: readonly NodeJS.Signals[] = isWorker ? ['SIGTERM'] : ['SIGTERM', 'SIGINT'];

/** The product's gateway, and the one for any supergraph: neither loads what only the other needs. */
const loadProduct = async (): Promise<Program<Config>> => {
  const { examineProduct, startGateway, startGatewayCluster } = await import('./gateway.ts');
  return {
    ...{ name, stopSignals, examine: examineProduct },
    read: (env) => readConfig(wanted === null ? env : { ...env, GATEWAY_WORKERS: wanted }),
    start: (config, host) =>
      config.workers === null || isWorker
        ? startGateway(config, host)
        : startGatewayCluster(config, config.workers, host),
  };
};
const loadStandalone = async (): Promise<Program<CommandLine>> => {
  const { examineSupergraph, startStandalone, startStandaloneCluster } =
    await import('./standalone.ts');
  return {
    ...{ name, stopSignals, examine: examineSupergraph },
    read: (env) => readCommandLine(given, env),
    start: (commandLine, host) =>
      commandLine.workers === null || isWorker
        ? startStandalone(commandLine, host)
        : startStandaloneCluster(commandLine, commandLine.workers, host),
  };
};

if (given.includes('--help')) process.stdout.write(help);
else if (rest.length === 0) await runProgram(await loadProduct());
else await runProgram(await loadStandalone());
