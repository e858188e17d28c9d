import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, type DocumentNode } from 'graphql';
import { z } from 'zod';
import type { ContractName } from './contracts.ts';

/** An operation that a released client may send at any time. */
export interface RegisteredOperation {
  /** The client's name and version. */
  readonly client: string;
  readonly name: string;
  readonly document: DocumentNode;
}

/** Manifests by file; a file is `schema/operations/<audience>/<client>@<version>.json`. */
export type Manifests = ReadonlyMap<string, string>;

const manifestSchema = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ name: z.string(), body: z.string() })),
});

const folder = 'schema/operations';

/** Reads every manifest that is committed. */
export function readManifests(root: string): Manifests {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => [`${folder}/${file}`, readFileSync(join(root, folder, file), 'utf8')]),
  );
}

/** The operations that are registered for an audience, of all its clients and their versions. */
export function operationsFor(audience: ContractName, manifests: Manifests): RegisteredOperation[] {
  return [...manifests]
    .filter(([file]) => file.startsWith(`${folder}/${audience}/`))
    .flatMap(([file, text]) => {
      const client = basename(file, '.json').replace('@', ' ');
      const { operations } = manifestSchema.parse(JSON.parse(text));
      return operations.map(({ name, body }) => ({ client, name, document: parse(body) }));
    });
}

/** Where it is recorded what these operations use. */
export function recordFile(audience: ContractName): string {
  return `${folder}/${audience}.graphql`;
}
