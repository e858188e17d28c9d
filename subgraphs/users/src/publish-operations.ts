import { newId } from '@skillswap/kit/id';
import { changeRegistry, type RegistryNeeds } from './change-registry.ts';
import type { Dependencies } from './dependencies.ts';
import type { JudgementRefusal } from './judge-operations.ts';
import {
  readManifest,
  type ManifestOperation,
  type ManifestRefusal,
} from './operation-manifest.ts';
import { isSlug, type PartnerScope } from './partner.ts';
import {
  mostOperations,
  type OperationClient,
  type OperationState,
  type RegisteredOperation,
} from './registered-operation.ts';

/** Why a manifest is not published. */
export type PublishOperationsRefusal =
  'NOT_FOUND' | 'INVALID_CLIENT' | 'RETIRED' | ManifestRefusal | JudgementRefusal;

/** One reason, with a sentence that says what it is about. */
export interface PublishOperationsProblem {
  readonly code: PublishOperationsRefusal;
  readonly path: readonly string[];
  readonly message: string;
}

/** A client and its manifest. */
export interface Publication {
  readonly partnerId?: string | null | undefined;
  readonly app?: string | null | undefined;
  readonly manifest: string;
}

/** What came of a publication: counts, or every reason why nothing was published. */
export type Published =
  | { readonly added: number; readonly known: number; readonly problems: readonly [] }
  | {
      readonly added: null;
      readonly known: null;
      readonly problems: readonly PublishOperationsProblem[];
    };

type Needs = RegistryNeeds &
  Pick<Dependencies, 'partners' | 'registeredOperations' | 'judgeOperations'>;

interface Client {
  readonly client: OperationClient;
  readonly scopes: readonly PartnerScope[];
}

/** Adds a manifest's operations to a client's list: all of them or none. */
export async function publishOperations(
  needs: Needs,
  publication: Publication,
): Promise<Published> {
  const found = await findClient(needs, publication);
  if ('problem' in found) return refusedFor([found.problem]);
  const manifest = readManifest(publication.manifest);
  if (manifest.operations === null) return refusedFor(inManifest(manifest.problems));
  const { client } = found;
  const judged = await judge(needs, found, manifest.operations);
  if (judged.problems.length > 0) return refusedFor(inManifest(judged.problems));

  const publishedAt = needs.clock.now();
  return changeRegistry(needs, async (tx) => {
    const states = await needs.registeredOperations.findStates(tx, client);
    const problems = refuseAgainst(states, manifest.operations);
    if (problems.length > 0) return refusedFor(problems);
    const added = manifest.operations.flatMap((operation, index): RegisteredOperation[] =>
      states.has(operation.hash)
        ? []
        : [
            {
              id: newId('opr'),
              client,
              ...operation,
              cost: judged.costs[index] ?? 0,
              state: 'ACTIVE',
              publishedAt,
              deprecatedAt: null,
              retiredAt: null,
            },
          ],
    );
    await needs.registeredOperations.insert(tx, added);
    return {
      added: added.length,
      known: manifest.operations.length - added.length,
      problems: [],
    };
  });
}

async function findClient(
  { partners }: Needs,
  { partnerId, app }: Publication,
): Promise<Client | { readonly problem: PublishOperationsProblem }> {
  if ((partnerId == null) === (app == null)) {
    const message = 'Name a partner or an app, and not both.';
    return { problem: { code: 'INVALID_CLIENT', path: [], message } };
  }
  if (app != null) {
    if (isSlug(app)) return { client: { partnerId: null, app }, scopes: [] };
    const message = 'An app is named with 2 to 40 of a to z, 0 to 9 and -.';
    return { problem: { code: 'INVALID_CLIENT', path: ['app'], message } };
  }
  const [partner] = await partners.findByIds([partnerId ?? '']);
  if (partner !== undefined) {
    return { client: { partnerId: partner.id, app: null }, scopes: partner.scopes };
  }
  const message = 'There is no partner under this id.';
  return { problem: { code: 'NOT_FOUND', path: ['partnerId'], message } };
}

async function judge(
  { judgeOperations }: Needs,
  { client, scopes }: Client,
  operations: readonly ManifestOperation[],
) {
  const audience = client.partnerId === null ? 'mobile' : 'partner';
  const asked = operations.map(({ name, kind, text }) => ({ name, kind, text }));
  const judgements = await judgeOperations({ audience, scopes, operations: asked });
  return {
    costs: judgements.map(({ cost }) => cost),
    problems: judgements.flatMap(({ problems }, index) =>
      problems.map(({ code, message }) => ({
        code,
        path: ['operations', String(index), 'body'],
        message: `Operation ${String(index)} (${operations[index]?.name ?? ''}): ${message}`,
      })),
    ),
  };
}

/** What only the client's list can tell. */
function refuseAgainst(
  states: ReadonlyMap<string, OperationState>,
  operations: readonly ManifestOperation[],
): PublishOperationsProblem[] {
  const retired = operations.flatMap(({ hash, name }, index): PublishOperationsProblem[] => {
    if (states.get(hash) !== 'RETIRED') return [];
    const message = `Operation ${String(index)} (${name}): it is retired. Reinstate it first.`;
    return [{ code: 'RETIRED', path: ['manifest', 'operations', String(index), 'id'], message }];
  });
  const added = operations.filter(({ hash }) => !states.has(hash)).length;
  if (states.size + added <= mostOperations) return retired;
  const message = `The client would have more than ${String(mostOperations)} operations.`;
  return [...retired, { code: 'TOO_MANY', path: ['manifest'], message }];
}

function inManifest(problems: readonly PublishOperationsProblem[]): PublishOperationsProblem[] {
  return problems.map((problem) => ({ ...problem, path: ['manifest', ...problem.path] }));
}

function refusedFor(problems: readonly PublishOperationsProblem[]): Published {
  return { added: null, known: null, problems };
}
