import {
  generatePersistedQueryManifest,
  type PersistedQueryManifest,
} from '@apollo/generate-persisted-query-manifest';
import type { ContractName } from './contracts.ts';

/** A program on the graph whose operations are registered from its documents in this repository. */
export interface Client {
  readonly audience: ContractName;
  readonly name: string;
  /** A new version registers anew; operations of older ones stay until their file is deleted. */
  readonly version: string;
  /** Files that hold its operations, as a glob from the repository's root. */
  readonly documents: string;
}

/** The clients of this repository. */
export const clients: readonly Client[] = [
  {
    audience: 'mobile',
    name: 'skillswap-example',
    version: '1.0.0',
    documents: 'tests/journey/documents.ts',
  },
  {
    audience: 'partner',
    name: 'acme',
    version: '1.0.0',
    documents: 'schema/operations/partner/acme/*.graphql',
  },
];

/** Where a client's operations are registered. */
export function manifestFile({ audience, name, version }: Client): string {
  return `schema/operations/${audience}/${name}@${version}.json`;
}

/** The client's operations as Apollo's tool finds them and Apollo Client sends them. */
export async function generateManifest({ documents }: Client): Promise<string> {
  const manifest: PersistedQueryManifest = await generatePersistedQueryManifest(
    { documents },
    undefined,
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
