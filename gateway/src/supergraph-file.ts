import { ConfigurationError } from '@skillswap/kit/config';
import { readSubgraphUrls } from './subgraph-urls.ts';
import { linkedAccessSpecs } from './supergraph.ts';

/** Where each subgraph is; what is given counts more than what the supergraph says. */
export function addressesOf(
  file: string,
  supergraphSdl: string,
  given: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const known = explaining(file, () => readSubgraphUrls(supergraphSdl));
  const names = [...known.keys()];
  if (names.length === 0) {
    throw new ConfigurationError(`${file} is not a supergraph: it names no subgraphs.`);
  }
  for (const name of given.keys()) {
    if (known.has(name)) continue;
    const message = `${file} has no subgraph ${name}; it has ${names.join(', ')}.`;
    throw new ConfigurationError(message);
  }
  const urls = new Map([...known, ...given]);
  for (const [name, url] of urls) {
    if (URL.canParse(url)) continue;
    const message = `${file} has no address for ${name}; give --subgraph ${name}=<url>.`;
    throw new ConfigurationError(message);
  }
  return urls;
}

/** Where nobody logs in, a supergraph that keeps something from the anonymous is not served. */
export function refuseRestricted(file: string, supergraphSdl: string): void {
  const specs = linkedAccessSpecs(supergraphSdl);
  if (specs.length === 0) return;
  const message = `${file} restricts access by @${specs.join(', @')}, which only the product's gateway enforces.`;
  throw new ConfigurationError(message);
}

function explaining<Result>(file: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw unservable(file, error);
  }
}

/** The error that tells whoever gave the file what is wrong with it. */
export function unservable(file: string, error: unknown): ConfigurationError {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return new ConfigurationError(`${file} is not a supergraph that can be served: ${reason}`);
}
