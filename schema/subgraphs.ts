import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, Source } from 'graphql';
import type { DocumentNode } from 'graphql';

/** One subgraph as composition sees it: its folder's name, its address and its SDL. */
export interface SubgraphSource {
  readonly name: string;
  readonly url: string;
  readonly typeDefs: DocumentNode;
}

/** Where each subgraph listens unless `<SUBGRAPH>_URL` says otherwise at run time. */
const ports = new Map([
  ['users', 4101],
  ['skills', 4102],
  ['sessions', 4103],
  ['chat', 4104],
  ['reviews', 4105],
  ['payments', 4106],
]);

/** Reads every folder of `root` that holds a `schema.graphql`: the listing is the registry. */
export function readSubgraphs(root: string): SubgraphSource[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'schema.graphql')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, url: subgraphUrl(name), typeDefs: readSchema(root, name) }));
}

function subgraphUrl(name: string): string {
  const port = ports.get(name);
  if (port === undefined) throw new Error(`schema/subgraphs.ts has no port for subgraph ${name}`);
  return `http://127.0.0.1:${String(port)}/graphql`;
}

function readSchema(root: string, name: string): DocumentNode {
  const file = join(root, name, 'schema.graphql');
  return parse(new Source(readFileSync(file, 'utf8'), `subgraphs/${name}/schema.graphql`));
}
