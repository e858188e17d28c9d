/**
 * Partners, their API keys and registered operations at the terminal: `npm run partners -- --help`. It
 * works on the stores that the environment names, so whoever may run it is an operator already.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createPartnerKey } from './create-partner-key.ts';
import { createPartner } from './create-partner.ts';
import { moveOperation } from './move-operation.ts';
import { openRegistryTools, type RegistryTools } from './open-registry-tools.ts';
import { defaultQuota, type Partner } from './partner.ts';
import { stateOfKey } from './partner-key.ts';
import { publishOperations } from './publish-operations.ts';
import type { Refusal } from './refusal.ts';
import type { OperationClient, OperationState } from './registered-operation.ts';
import { revokePartnerKey } from './revoke-partner-key.ts';
import { updatePartner } from './update-partner.ts';

const help = `Usage: npm run partners -- <command>

  list                               partners and their keys
  create <slug> <name>               makes a partner
      --per-minute <n>               requests a minute (${String(defaultQuota.requestsPerMinute)})
      --per-day <n>                  requests a day (${String(defaultQuota.requestsPerDay)})
      --cost-per-minute <n>          cost a minute (${String(defaultQuota.costPerMinute)})
  key <slug> [--days <n>]            makes an API key and prints it, once
  revoke <slug> <prefix>             ends the key that begins like this
  suspend <slug>, resume <slug>      stops all keys of a partner, or lets them work again
  publish <client> <manifest.json>   registers the operations of a manifest
  operations <client>                a client's operations, with their use
  deprecate <client> <operation>     announces the end of an operation
  retire <client> <operation>        takes an operation away
  reinstate <client> <operation>     takes a deprecation or retirement back

A client is a partner's slug, or app:<name> for an app of our own. An operation is named by its name or
by the beginning of its document's id.
`;

const options = {
  'per-minute': { type: 'string' },
  'per-day': { type: 'string' },
  'cost-per-minute': { type: 'string' },
  days: { type: 'string' },
  help: { type: 'boolean' },
} as const;

type Options = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
type Command = (
  tools: RegistryTools,
  words: readonly string[],
  given: Options,
) => Promise<readonly string[]>;

const commands: Readonly<Record<string, { readonly words: number; readonly run: Command }>> = {
  list: { words: 0, run: listPartners },
  create: {
    words: 2,
    async run(tools, [slug = '', name = ''], given) {
      const quota = {
        requestsPerMinute: count(given['per-minute'], defaultQuota.requestsPerMinute),
        requestsPerDay: count(given['per-day'], defaultQuota.requestsPerDay),
        costPerMinute: count(given['cost-per-minute'], defaultQuota.costPerMinute),
      };
      const { id } = unlessRefused(await createPartner(tools, { slug, name, quota }));
      return [`${slug} is partner ${id}; make a key with: key ${slug}`];
    },
  },
  key: {
    words: 1,
    async run(tools, [slug = ''], { days }) {
      const { id: partnerId } = await findPartner(tools, slug);
      const now = tools.clock.now().getTime();
      const expiresAt = days === undefined ? null : new Date(now + count(days, 0) * 86_400_000);
      const made = unlessRefused(await createPartnerKey(tools, { partnerId, expiresAt }));
      return [
        made.secret,
        `This is shown once. It ends on ${made.key.expiresAt.toISOString().slice(0, 10)}.`,
      ];
    },
  },
  revoke: {
    words: 2,
    async run(tools, [slug = '', prefix = '']) {
      const { id } = await findPartner(tools, slug);
      const keys = (await tools.partnerKeys.listOf([id])).filter(
        (key) => key.prefix.startsWith(prefix) && key.revokedAt === null,
      );
      const [key] = keys;
      if (key === undefined || keys.length > 1) {
        throw new Error(`${String(keys.length)} keys of ${slug} begin with ${prefix}`);
      }
      unlessRefused(await revokePartnerKey(tools, key.id));
      return [`${key.prefix}… opens nothing any more`];
    },
  },
  suspend: { words: 1, run: (tools, [slug = '']) => suspend(tools, slug, true) },
  resume: { words: 1, run: (tools, [slug = '']) => suspend(tools, slug, false) },
  publish: {
    words: 2,
    async run(tools, [client = '', file = '']) {
      const { partnerId, app } = await findClient(tools, client);
      const manifest = await readFile(file, 'utf8');
      const { added, known, problems } = await publishOperations(tools, {
        partnerId,
        app,
        manifest,
      });
      if (added === null) {
        const reasons = problems.map(({ code, message }) => `  ${code.padEnd(17)} ${message}`);
        throw new Error(['nothing was published:', ...reasons].join('\n'));
      }
      return [`${String(added)} operations are new, ${String(known)} were registered before`];
    },
  },
  operations: {
    words: 1,
    run: async (tools, [client = '']) => listOperations(tools, await findClient(tools, client)),
  },
  deprecate: { words: 2, run: (tools, words) => move(tools, words, 'DEPRECATED') },
  retire: { words: 2, run: (tools, words) => move(tools, words, 'RETIRED') },
  reinstate: { words: 2, run: (tools, words) => move(tools, words, 'ACTIVE') },
};

async function listPartners(tools: RegistryTools): Promise<readonly string[]> {
  const { rows } = await tools.partners.list({ limit: 1_000, after: null });
  const keys = await tools.partnerKeys.listOf(rows.map(({ id }) => id));
  const uses = await usesOf(
    tools,
    keys.map(({ id }) => id),
  );
  const now = tools.clock.now();
  return rows.flatMap(({ id, slug, name, state, quota }) => [
    `${slug.padEnd(20)} ${state.padEnd(10)} ${String(quota.requestsPerMinute)}/min ${String(quota.requestsPerDay)}/day  ${name}`,
    ...keys
      .filter(({ partnerId }) => partnerId === id)
      .map(
        (key) =>
          `  ${key.prefix}… ${stateOfKey(key, now).padEnd(8)} until ${day(key.expiresAt)}, last used ${day(uses.get(key.id)?.lastUsedAt)}`,
      ),
  ]);
}

async function listOperations(
  tools: RegistryTools,
  client: OperationClient,
): Promise<readonly string[]> {
  const operations = await allOperations(tools, client);
  const uses = await usesOf(
    tools,
    operations.map(({ id }) => id),
  );
  return operations.map(({ id, hash, name, state, cost }) => {
    const use = uses.get(id);
    return `${hash.slice(0, 12)} ${state.padEnd(10)} cost ${String(cost).padStart(4)}  used ${String(use?.count ?? 0)} times, last ${day(use?.lastUsedAt)}  ${name}`;
  });
}

async function allOperations(tools: RegistryTools, client: OperationClient) {
  const { rows } = await tools.registeredOperations.list(client, { limit: 2_000, after: null });
  return rows;
}

async function usesOf({ uses }: RegistryTools, ids: readonly string[]) {
  return new Map((await uses.findByIds(ids)).map((use) => [use.id, use]));
}

async function move(
  tools: RegistryTools,
  [client = '', wanted = '']: readonly string[],
  state: OperationState,
): Promise<readonly string[]> {
  const start = wanted.replace(/^sha256:/, '');
  const all = await allOperations(tools, await findClient(tools, client));
  const found = all.filter(({ name, hash }) => name === wanted || hash.startsWith(start));
  const [operation] = found;
  if (operation === undefined || found.length > 1) {
    throw new Error(`${String(found.length)} operations of ${client} are called ${wanted}`);
  }
  const moved = unlessRefused(await moveOperation(tools, operation.id, state));
  return [`${moved.name} is ${moved.state}`];
}

async function suspend(
  tools: RegistryTools,
  slug: string,
  suspended: boolean,
): Promise<readonly string[]> {
  const { id: partnerId } = await findPartner(tools, slug);
  const { state } = unlessRefused(await updatePartner(tools, { partnerId, suspended }));
  return [`${slug} is ${state}`];
}

async function findPartner({ partners }: RegistryTools, slug: string): Promise<Partner> {
  const partner = await partners.findBySlug(slug);
  if (partner === null) throw new Error(`there is no partner ${slug}`);
  return partner;
}

async function findClient(tools: RegistryTools, client: string): Promise<OperationClient> {
  if (client.startsWith('app:')) return { partnerId: null, app: client.slice('app:'.length) };
  return { partnerId: (await findPartner(tools, client)).id, app: null };
}

function unlessRefused<Value>({
  done,
  refusals,
}: {
  readonly done: Value | null;
  readonly refusals: readonly Refusal<string>[];
}): Value {
  if (done !== null) return done;
  throw new Error(refusals.map(({ code, path }) => `${code} ${path.join('.')}`).join(', '));
}

function count(text: string | undefined, byDefault: number): number {
  if (text === undefined) return byDefault;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`${text} is not a number`);
}

function day(date: Date | undefined): string {
  return date === undefined ? 'never' : date.toISOString().slice(0, 10);
}

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [name = '', ...words] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (values.help === true || name === '') process.stdout.write(help);
  else if (command?.words !== words.length) {
    throw new Error(`this is not a command with its words\n\n${help}`);
  } else {
    await using tools = await openRegistryTools(process.env);
    for (const line of await command.run(tools, words, values)) process.stdout.write(`${line}\n`);
  }
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
