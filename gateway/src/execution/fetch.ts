import type { CompiledFetch } from './compiled-plan.ts';
import type { EntityFetch } from './send-asked.ts';
import type { Run } from './execute-plan.ts';
import type { Failure, UnplacedError } from './failures.ts';
import { cloneJson, isObject, type JsonObject } from './json.ts';
import { mergeInto } from './merge.ts';
import { positionsAt, type ResponsePath } from './positions.ts';
import { applyRewrites } from './rewrites.ts';
import { internalError, readErrors, toClient, type SubgraphError } from './subgraph-errors.ts';
import { typeNameOf } from './type-conditions.ts';
import { writeVariables } from './variables.ts';

/** Asks the subgraph and merges its answer into the result; failures are noted. */
export function executeFetch(run: Run, fetch: CompiledFetch): Promise<void> {
  return isEntityFetch(fetch) ? fetchEntities(run, fetch) : fetchFields(run, fetch);
}

function isEntityFetch(fetch: CompiledFetch): fetch is EntityFetch {
  return fetch.entities !== null;
}

/** Root fields: only there does a fetch complete no entities. */
async function fetchFields(run: Run, fetch: CompiledFetch): Promise<void> {
  const { root } = run.tree;
  const variables = writeVariables(run.variables, fetch.variables).join();
  const body = `${fetch.bodyStart}${variables}}}`;
  let answer;
  try {
    answer = await run.client.send(fetch.subgraph, fetch.operation, body, run.caller);
  } catch (cause) {
    noteFailed(run, [root], fetch, run.client.describe(cause, fetch.subgraph, run.caller));
    return;
  }
  const errors = readErrors(answer.errors);
  for (const error of errors) if (error.path.length > 0) report(run, fetch, error, error.path);
  if (isObject(answer.data)) add(run, fetch, answer.data, [root]);
  else noteFieldless(run, [root], fetch, errors);
}

async function fetchEntities(run: Run, fetch: EntityFetch): Promise<void> {
  const { represent } = fetch.entities;
  const groups = run.tree.groupsAt(fetch.path, represent, run.failures.isEmpty());
  if (groups.size === 0) return;
  const end = run.tree.begin(fetch.path);
  const answer = await run.entities.ask(fetch, [...groups.keys()]);
  end();
  if ('failure' in answer) {
    noteFailed(run, [...groups.values()].flat(), fetch, answer.failure);
    return;
  }
  const { entities, errors } = answer;
  const indexed = errors.length === 0 ? null : Map.groupBy(errors, ({ path }) => path[1]);
  if (entities === null) {
    const all = [...groups.values()].flat();
    noteFieldless(run, all, fetch, indexed?.get(undefined) ?? errors);
  }
  let index = 0;
  for (const targets of groups.values()) {
    const entity = entities?.[index];
    const reported = indexed?.get(index) ?? [];
    index += 1;
    reportWithin(run, fetch, targets, reported);
    if (isObject(entity)) add(run, fetch, entity, targets);
    else if (entities !== null) noteMissing(run, fetch, targets, reported);
  }
}

/** Adds what came to each of the targets, which later fetches may add to separately. */
function add(
  run: Run,
  { outputRewrites, bringsObjects }: CompiledFetch,
  data: JsonObject,
  targets: readonly JsonObject[],
): void {
  applyRewrites(outputRewrites, data, run.isOfType);
  if (bringsObjects) run.tree.grow();
  // The clones are made before the original is merged away into the first target.
  const clones = targets.map((_, index) =>
    index === 0 || !bringsObjects ? data : cloneJson(data),
  );
  for (const [index, target] of targets.entries()) {
    const own = clones[index];
    if (!isObject(own)) continue;
    const known = typeNameOf(target);
    mergeInto(target, own);
    keepKnownType(run, target, known);
  }
}

/** A subgraph with an interface object calls each entity by the interface's name. */
function keepKnownType(run: Run, target: JsonObject, known: string | undefined): void {
  const told = typeNameOf(target);
  if (known === undefined || told === undefined || known === told) return;
  if (run.isOfType(known, told)) target['__typename'] = known;
}

/** Errors below an entity appear at each position of that entity. */
function reportWithin(
  run: Run,
  fetch: CompiledFetch,
  targets: readonly JsonObject[],
  errors: readonly SubgraphError[],
): void {
  const deep = errors.filter(({ path }) => path.length > 2);
  if (deep.length === 0) return;
  const positions = positionsAt(run.tree.root, fetch.path.keys);
  for (const position of targets.flatMap((target) => positions.get(target) ?? [])) {
    for (const error of deep) report(run, fetch, error, [...position, ...error.path.slice(2)]);
  }
}

/** The subgraph has no such entity, or could not say because of an error. */
function noteMissing(
  run: Run,
  fetch: CompiledFetch,
  targets: readonly JsonObject[],
  errors: readonly SubgraphError[],
): void {
  const [first] = errors;
  const { fields } = fetch;
  const failure: Failure =
    first === undefined
      ? { kind: 'missing', fields }
      : errors.some(({ path }) => path.length > 2)
        ? { kind: 'reported', fields }
        : { kind: 'failed', fields, error: clientError(run, fetch, first) };
  for (const target of targets) run.failures.note(target, failure);
}

/** Nothing came, with errors that may or may not have said where. */
function noteFieldless(
  run: Run,
  targets: readonly JsonObject[],
  fetch: CompiledFetch,
  errors: readonly SubgraphError[],
): void {
  const [first] = errors;
  const { fields } = fetch;
  if (fetch.entities === null && errors.some(({ path }) => path.length > 0)) {
    for (const target of targets) run.failures.note(target, { kind: 'reported', fields });
  } else {
    const error =
      first === undefined ? internalError(run.caller.requestId) : clientError(run, fetch, first);
    noteFailed(run, targets, fetch, error);
  }
}

function noteFailed(
  run: Run,
  targets: readonly JsonObject[],
  { fields }: CompiledFetch,
  error: UnplacedError,
): void {
  for (const target of targets) run.failures.note(target, { kind: 'failed', fields, error });
}

function report(run: Run, fetch: CompiledFetch, error: SubgraphError, path: ResponsePath): void {
  run.failures.reported.push({ ...clientError(run, fetch, error), path });
}

function clientError(run: Run, fetch: CompiledFetch, error: SubgraphError): UnplacedError {
  const told = toClient(error, run.caller.requestId);
  if (told.extensions['code'] === 'INTERNAL_SERVER_ERROR') {
    run.caller.log().error({ subgraph: fetch.subgraph, error }, 'a subgraph failed');
  }
  return told;
}
