import { createLog } from '@skillswap/kit/log';
import type { Host, RunningProgram } from '@skillswap/kit/process';
import { startCluster } from './cluster/primary.ts';
import { isWorker } from './cluster/worker.ts';
import type { CommandLine } from './command-line.ts';
import { examineGraph } from './graph.ts';
import { serveSupergraph } from './serve-supergraph.ts';
import { addressesOf, refuseRestricted, unservable } from './supergraph-file.ts';

/** Judges the supergraph that the command line names; throws a ConfigurationError. */
export async function examineSupergraph(commandLine: CommandLine): Promise<void> {
  const { file, supergraphSdl, subgraphUrls } = commandLine;
  addressesOf(file, supergraphSdl, subgraphUrls);
  refuseRestricted(file, supergraphSdl);
  const files = { supergraphSdl, contracts: null, accessRules: null };
  const examined = await examineGraph(files).catch((error: unknown) => {
    throw unservable(file, error);
  });
  await examined[Symbol.asyncDispose]();
}

/** Serves any supergraph as the command line says, and tells where. */
export async function startStandalone(
  commandLine: CommandLine,
  host: Host,
): Promise<RunningProgram> {
  const { file, supergraphSdl, subgraphUrls, forwardedHeaders, port, logLevel } = commandLine;
  const log = createLog('gateway', logLevel);
  const urls = addressesOf(file, supergraphSdl, subgraphUrls);
  const serving = await serveSupergraph({
    file,
    supergraphSdl,
    urls,
    forwardedHeaders,
    port,
    log,
    ...host,
  });
  if (!isWorker) announce(file, serving.url);
  return {
    ...serving,
    reload: async () => {
      try {
        await serving.replaceGraph(commandLine.reread());
      } catch (error) {
        log.error({ err: error }, 'the supergraph is refused, the one before is served on');
      }
    },
  };
}

/** Serves it with as many processes as the command line says. */
export async function startStandaloneCluster(
  { file, logLevel }: CommandLine,
  workers: number,
  host: Host,
): Promise<RunningProgram> {
  const serving = (url: string): void => {
    announce(file, url);
  };
  const log = createLog('gateway', logLevel);
  return startCluster({ workers, internalPort: null, serving, log }, host);
}

function announce(file: string, url: string): void {
  process.stdout.write(`Serving ${file} at ${url}/graphql\n`);
}
