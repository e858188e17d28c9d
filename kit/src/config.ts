import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The environment is not what the process needs; the message lists every problem by name. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/**
 * Reads the variables that `schema` names, each also as `<NAME>_FILE`, and reports all problems
 * at once. Messages name variables and expectations, never values.
 */
export function readConfig<Schema extends z.ZodObject>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): z.infer<Schema> {
  const problems: string[] = [];
  const values: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = readVariable(name, env, problems);
    if (value !== undefined && value !== '') values[name] = value;
  }
  const parsed = schema.safeParse(values);
  if (!parsed.success)
    problems.push(...parsed.error.issues.map((issue) => describe(issue, values)));
  if (problems.length > 0 || !parsed.success) {
    throw new ConfigurationError(`The configuration is not usable:\n  ${problems.join('\n  ')}`);
  }
  return parsed.data;
}

function readVariable(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): string | undefined {
  const file = env[`${name}_FILE`];
  if (file === undefined || file === '') return env[name];
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    problems.push(`${name}_FILE: the file cannot be read`);
    return undefined;
  }
}

function describe(issue: z.core.$ZodIssue, values: Readonly<Record<string, string>>): string {
  const name = issue.path.join('.');
  return `${name}: ${name in values ? issue.message : 'is required'}`;
}

/** A TCP port as an environment variable. */
export const port = (byDefault: number) =>
  z.coerce.number().int().min(0).max(65_535).default(byDefault);

/** The deployment's kind; development allows what production refuses. */
export const deployment = z.enum(['development', 'production']).default('development');

/** The variables that every subgraph reads. */
export const subgraphVariables = {
  SKILLSWAP_ENV: deployment,
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis:// URL' }),
  INTERNAL_IDENTITY_SECRET: z.string().min(32, 'must have at least 32 characters'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
} as const;

/** MongoDB's address, for the subgraphs that store there. */
export const mongodbUri = z.string().regex(/^mongodb(\+srv)?:\/\//, 'must be a mongodb:// URL');
