import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

/**
 * The first version of each package without a fault that is known and that concerns us. A line is
 * added when an advisory is published and removed when nothing depends on the package any more.
 */
const minimums: readonly (readonly [name: string, version: string, fault: string])[] = [
  ['@apollo/composition', '2.12.1', 'access rules lost through interfaces and transitive fields'],
  ['@apollo/federation-internals', '2.10.1', 'planning that never ends on nested fragments'],
  ['@apollo/gateway', '2.10.1', 'planning that never ends on nested fragments'],
  ['@apollo/query-planner', '2.10.1', 'planning that never ends on nested fragments'],
  ['@apollo/server', '5.0.0', 'the fourth major is no longer maintained'],
  ['braces', '3.0.3', 'memory without bound'],
  ['cross-spawn', '7.0.5', 'a regular expression that never ends'],
  ['graphql', '16.8.1', 'validation that never ends on overlapping fields'],
  ['jose', '4.15.5', 'decompression without bound'],
  ['js-yaml', '4.1.1', 'prototype pollution'],
  ['micromatch', '4.0.8', 'a regular expression that never ends'],
  ['nodemailer', '7.0.7', 'mail sent to another domain than the address names'],
  ['protobufjs', '7.2.5', 'prototype pollution'],
  ['ws', '8.17.1', 'headers that end the process'],
];

const lockfile = z.object({
  packages: z.record(z.string(), z.looseObject({ version: z.string().optional() })),
});
const { packages } = lockfile.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8')),
);

/** Every version of the package that is installed, at the root or below another package. */
function installed(name: string): readonly string[] {
  return Object.entries(packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version = '' }]) => version);
}

/** Negative when the first version is older; what follows a hyphen does not count. */
function compare(left: string, right: string): number {
  const numbers = (version: string) => (version.split('-')[0] ?? '').split('.').map(Number);
  const [a, b] = [numbers(left), numbers(right)];
  return (
    [0, 1, 2].map((at) => (a[at] ?? 0) - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0
  );
}

test.each(minimums)('%s is at least %s: %s', (name, minimum) => {
  const versions = installed(name);
  expect(versions).not.toEqual([]);
  expect(versions.filter((version) => compare(version, minimum) < 0)).toEqual([]);
});
