import type { Caller, SubgraphAnswer } from '../subgraph-client.ts';
import type { CompiledFetch } from './compiled-plan.ts';
import type { Run } from './execute-plan.ts';
import type { Failure, UnplacedError } from './failures.ts';
import { cloneJson, getOwn, isObject, type JsonObject } from './json.ts';
import { mergeInto } from './merge.ts';
import { positionsAt, type PlanPath, type ResponsePath } from './positions.ts';
import { representationOf } from './representations.ts';
import { applyRewrites } from './rewrites.ts';
import { typeNameOf } from './type-conditions.ts';
import { internalError, readErrors, toClient, type SubgraphError } from './subgraph-errors.ts';

/** The objects that a fetch completes, and the plan's way to them. */
export interface Cursor {
  readonly path: PlanPath;
  readonly targets: readonly JsonObject[];
}

/** Asks the subgraph and merges its answer into the cursor's objects; failures are noted. */
export async function executeFetch(run: Run, fetch: CompiledFetch, cursor: Cursor): Promise<void> {
  if (fetch.requires === null) await fetchFields(run, fetch, cursor);
  else await fetchEntities(run, fetch, cursor, fetch.requires);
}

async function fetchFields(run: Run, fetch: CompiledFetch, cursor: Cursor): Promise<void> {
  const answer = await ask(run, fetch, []);
  if ('failure' in answer) {
    noteFailed(run, cursor.targets, fetch, answer.failure);
    return;
  }
  const data = isObject(answer.data) ? answer.data : null;
  const errors = readErrors(answer.errors);
  const [position = []] = errors.length > 0 ? positionsOf(run, cursor).values() : [];
  for (const error of errors.filter(({ path }) => path.length > 0)) {
    report(run, fetch, error, [...position, ...error.path]);
  }
  if (data === null) noteFieldless(run, cursor.targets, fetch, errors);
  else
    for (const copy of copies(run, fetch, data, cursor.targets)) mergeInto(copy.target, copy.data);
}

async function fetchEntities(
  run: Run,
  fetch: CompiledFetch,
  cursor: Cursor,
  requires: NonNullable<CompiledFetch['requires']>,
): Promise<void> {
  const entities = groupByRepresentation(run, fetch, cursor, requires);
  if (entities.size === 0) return;
  const answer = await ask(run, fetch, [...entities.keys()]);
  const groups = [...entities.values()];
  if ('failure' in answer) {
    noteFailed(run, groups.flat(), fetch, answer.failure);
    return;
  }
  const errors = readErrors(answer.errors);
  const data = isObject(answer.data) ? getOwn(answer.data, '_entities') : null;
  const indexed = Map.groupBy(errors, ({ path }) => path[1]);
  if (!Array.isArray(data))
    noteFieldless(run, groups.flat(), fetch, indexed.get(undefined) ?? errors);
  for (const [index, targets] of groups.entries()) {
    const entity: unknown = Array.isArray(data) ? data[index] : undefined;
    const reported = indexed.get(index) ?? [];
    reportWithin(run, fetch, cursor, targets, reported);
    if (isObject(entity)) {
      for (const { target, data: own } of copies(run, fetch, entity, targets)) {
        keepKnownType(run, target, own);
        mergeInto(target, own);
      }
    } else if (Array.isArray(data)) noteMissing(run, fetch, targets, reported);
  }
}

/** Equal representations are asked once; each stands for all objects that have it. */
function groupByRepresentation(
  run: Run,
  fetch: CompiledFetch,
  { targets }: Cursor,
  requires: NonNullable<CompiledFetch['requires']>,
): Map<string, JsonObject[]> {
  const groups = new Map<string, JsonObject[]>();
  for (const target of targets) {
    const representation = representationOf(target, requires, run.isOfType);
    if (representation === null) continue;
    applyRewrites(fetch.inputRewrites, representation, run.isOfType);
    const text = JSON.stringify(representation);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [target]);
    else group.push(target);
  }
  return groups;
}

async function ask(
  run: Run,
  fetch: CompiledFetch,
  representations: readonly string[],
): Promise<SubgraphAnswer | { readonly failure: UnplacedError }> {
  const caller: Caller = run.caller;
  const variables = fetch.variables.flatMap((name) => {
    const value = getOwn(run.variables, name);
    return value === undefined ? [] : [`${JSON.stringify(name)}:${JSON.stringify(value)}`];
  });
  if (fetch.requires !== null) variables.push(`"representations":[${representations.join(',')}]`);
  const body = `${fetch.bodyStart}${variables.join(',')}}}`;
  try {
    return await run.client.send(fetch.subgraph, fetch.operation, body, caller);
  } catch (cause) {
    return { failure: run.client.describe(cause, fetch.subgraph, caller) };
  }
}

/** One set of data for each target: a later fetch writes below each of them separately. */
function* copies(
  run: Run,
  fetch: CompiledFetch,
  data: JsonObject,
  targets: readonly JsonObject[],
): Generator<{ target: JsonObject; data: JsonObject }> {
  applyRewrites(fetch.outputRewrites, data, run.isOfType);
  // The clones are made before the original is merged away into the first target.
  const clones = targets.map((_, index) => (index === 0 ? data : cloneJson(data)));
  for (const [index, target] of targets.entries()) {
    const copy = clones[index];
    if (isObject(copy)) yield { target, data: copy };
  }
}

/** A subgraph with an interface object calls each entity by the interface's name. */
function keepKnownType(run: Run, target: JsonObject, data: JsonObject): void {
  const known = typeNameOf(target);
  const told = typeNameOf(data);
  if (known !== undefined && told !== undefined && run.isOfType(known, told)) {
    data['__typename'] = known;
  }
}

function positionsOf(run: Run, { path }: Cursor): Map<JsonObject, ResponsePath> {
  return positionsAt(run.root, path);
}

/** Errors below an entity appear at each position of that entity. */
function reportWithin(
  run: Run,
  fetch: CompiledFetch,
  cursor: Cursor,
  targets: readonly JsonObject[],
  errors: readonly SubgraphError[],
): void {
  const deep = errors.filter(({ path }) => path.length > 2);
  if (deep.length === 0) return;
  const positions = positionsOf(run, cursor);
  for (const target of targets) {
    for (const error of deep) {
      report(run, fetch, error, [...(positions.get(target) ?? []), ...error.path.slice(2)]);
    }
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
  if (fetch.requires === null && errors.some(({ path }) => path.length > 0)) {
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
    run.caller.log.error({ subgraph: fetch.subgraph, error }, 'a subgraph failed');
  }
  return told;
}
