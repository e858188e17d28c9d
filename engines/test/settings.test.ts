import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { checkout } from '../src/checkout.ts';
import { developmentSettings } from '../src/development-settings.ts';

const example = readFileSync(join(checkout, '.env.example'), 'utf8');
const assignment = /^#?([A-Z][A-Z0-9_]+)=/;
const lines = example.split('\n');
const documented = lines.flatMap((line) => assignment.exec(line)?.[1] ?? []);

/** The variables that a service's schema of its configuration names. */
function variablesRead(): string[] {
  const files = readdirSync(checkout, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(kit|gateway|subgraphs\/\w+)\/src\/(sandbox\/)?config\.ts$/.test(file),
  );
  return files.flatMap((file) => {
    const text = readFileSync(join(checkout, file), 'utf8');
    return [...text.matchAll(/^ +([A-Z][A-Z0-9]*_[A-Z0-9_]+|PORT): /gm)].map(
      ([, name = '']) => name,
    );
  });
}

test('.env.example names every variable once, each with a comment', () => {
  expect(documented).toEqual([...new Set(documented)]);
  expect(documented).toEqual(expect.arrayContaining([...new Set(variablesRead())]));
  const uncommented = lines.filter(
    (line, at) => assignment.test(line) && !lines[at - 1]?.startsWith('# '),
  );
  expect(uncommented).toEqual([]);
});

test('.env.example can be copied as it is', () => {
  const values = parseEnv(example);
  expect(values).toMatchObject(developmentSettings);
  expect(Object.values(values)).not.toContain('');
});
