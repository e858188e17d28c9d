import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment is not what the process needs; the message lists every problem by name. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly string[];

  constructor(message: string, problems: readonly string[] = [message]) {
    super(message);
    this.problems = problems;
  }
}

/** What production refuses in variables that are set, a sentence each; it names no values. */
export type RefuseInProduction = (given: Readonly<Record<string, string>>) => readonly string[];

/**
 * Reads the variables that `schema` names, each also as `<NAME>_FILE`, and reports all problems
 * at once. Messages name variables and expectations, never values. Production takes none of the
 * values that are public for development, and nothing that `refuse` objects to.
 */
export function readConfig<Schema extends z.ZodObject>(
  schema: Schema,
  env: Environment,
  refuse: RefuseInProduction = () => [],
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
  if (values['SKILLSWAP_ENV'] === 'production') {
    problems.push(...publicSecrets(values), ...refuse(values));
  }
  if (problems.length > 0 || !parsed.success) throw unusable(problems);
  return parsed.data;
}

/** One error for all problems of a configuration. */
export function unusable(problems: readonly string[]): ConfigurationError {
  const message = `The configuration is not usable:\n  ${problems.join('\n  ')}`;
  return new ConfigurationError(message, problems);
}

/** What to say of variables that production cannot do without. */
export function requiredInProduction(
  given: Readonly<Record<string, string>>,
  ...names: readonly string[]
): readonly string[] {
  return names
    .filter((name) => !(name in given))
    .map((name) => `${name}: is required in production`);
}

/** Development's secrets are in the repository and say so in their text. */
function publicSecrets(given: Readonly<Record<string, string>>): string[] {
  return Object.entries(given)
    .filter(([, value]) => /development.only/.test(value))
    .map(([name]) => `${name}: is the public one of development`);
}

function readVariable(name: string, env: Environment, problems: string[]): string | undefined {
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
