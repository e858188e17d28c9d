import type { Caller, SubgraphAnswer, SubgraphClient } from '../subgraph-client.ts';
import type { CompiledFetch, EntitySelection } from './compiled-plan.ts';
import type { UnplacedError } from './failures.ts';
import { isObject, type JsonObject } from './json.ts';
import { readErrors, type SubgraphError } from './subgraph-errors.ts';
import { writeVariables } from './variables.ts';

/** What a subgraph answered for the representations of one fetch. */
export type EntityAnswer =
  | { readonly failure: UnplacedError }
  | {
      /** In the order of the representations; null when the subgraph answered no list. */
      readonly entities: readonly unknown[] | null;
      /** Their paths begin with `_entities` and the index, as if the fetch had been sent alone. */
      readonly errors: readonly SubgraphError[];
    };

/** A fetch that completes entities. */
export interface EntityFetch extends CompiledFetch {
  readonly entities: EntitySelection;
}

/** On whose behalf entities are asked for. */
export interface OnBehalf {
  readonly client: SubgraphClient;
  readonly caller: Caller;
  readonly variables: JsonObject;
}

/** What somebody asks of a subgraph, and where the answer goes. */
export interface Asked {
  readonly fetch: EntityFetch;
  readonly representations: readonly string[];
  answer(answer: EntityAnswer): void;
}

/**
 * Sends what was asked of one subgraph, as one request where its parts may be together. Each asker is
 * answered; nothing is thrown.
 */
export function sendAsked(options: OnBehalf, subgraph: string, asked: readonly Asked[]): void {
  const selections = combine(asked);
  const [only, ...others] = selections;
  if (only === undefined) return;
  if (others.length > 0 && selections.every(isCombinable)) {
    void sendTogether(options, subgraph, selections);
  } else for (const selection of selections) void sendAlone(options, selection);
}

/** Several positions may read one answer: nothing is added to it or changed in it. */
export function isPlain({ bringsObjects, outputRewrites }: CompiledFetch): boolean {
  return !bringsObjects && outputRewrites.length === 0;
}

/** One `_entities` of a request, and whom its answer is for. */
interface Selection {
  readonly fetch: EntityFetch;
  readonly representations: readonly string[];
  readonly askers: readonly { readonly asked: Asked; readonly indexes: readonly number[] }[];
}

/** Puts together what asks for the same fields, so that no entity is in one request twice. */
function combine(asked: readonly Asked[]): Selection[] {
  const selections: Selection[] = [];
  const plain = new Map<string, Asked[]>();
  for (const one of asked) {
    const { selection } = one.fetch.entities;
    const same = isPlain(one.fetch) ? plain.get(selection) : undefined;
    if (same !== undefined) same.push(one);
    else if (isPlain(one.fetch)) plain.set(selection, [one]);
    else selections.push(toSelection(one.fetch, [one]));
  }
  for (const same of plain.values()) {
    const [first] = same;
    if (first !== undefined) selections.push(toSelection(first.fetch, same));
  }
  return selections;
}

function toSelection(fetch: EntityFetch, asked: readonly Asked[]): Selection {
  const places = new Map<string, number>();
  const askers = asked.map((one) => ({
    asked: one,
    indexes: one.representations.map((representation) => {
      const index = places.get(representation) ?? places.size;
      places.set(representation, index);
      return index;
    }),
  }));
  return { fetch, representations: [...places.keys()], askers };
}

async function sendAlone(options: OnBehalf, selection: Selection): Promise<void> {
  const { fetch, representations } = selection;
  const { bodyStart } = fetch;
  const variables = writeVariables(options.variables, fetch.variables);
  variables.push(`"representations":[${representations.join(',')}]`);
  const answer = await send(options, fetch.subgraph, `${bodyStart}${variables.join(',')}}}`);
  if ('failure' in answer) tell(selection, answer);
  else {
    const entities = isObject(answer.data) ? answer.data['_entities'] : null;
    tellEntities(selection, entities, readErrors(answer.errors));
  }
}

async function sendTogether(
  options: OnBehalf,
  subgraph: string,
  selections: readonly Selection[],
): Promise<void> {
  const answer = await send(options, subgraph, togetherBody(options, selections));
  if ('failure' in answer) {
    for (const selection of selections) tell(selection, answer);
    return;
  }
  const { data } = answer;
  if (!isObject(data)) {
    // One of them has spoilt it for all.
    for (const selection of selections) void sendAlone(options, selection);
    return;
  }
  const errors = readErrors(answer.errors);
  for (const [index, selection] of selections.entries()) {
    const alias = aliasOf(index);
    const own = errors.filter(({ path }) => path.length === 0 || path[0] === alias);
    tellEntities(selection, data[alias], own);
  }
}

function togetherBody({ variables }: OnBehalf, selections: readonly Selection[]): string {
  const definitions = new Set<string>();
  const names = new Set<string>();
  let fields = '';
  const values: string[] = [];
  for (const [index, { fetch, representations }] of selections.entries()) {
    const list = `representations${String(index)}`;
    definitions.add(`$${list}:[_Any!]!`);
    for (const definition of fetch.entities.definitions) definitions.add(definition);
    for (const name of fetch.variables) names.add(name);
    fields += `${aliasOf(index)}:_entities(representations:$${list})${fetch.entities.selection}`;
    values.push(`"${list}":[${representations.join(',')}]`);
  }
  values.push(...writeVariables(variables, [...names]));
  const name = selections[0]?.fetch.entities.operationName ?? '';
  const document = `query ${name}(${[...definitions].join()}){${fields}}`;
  return `{"query":${JSON.stringify(document)},"variables":{${values.join(',')}}}`;
}

function aliasOf(index: number): string {
  return `entities${String(index)}`;
}

function isCombinable({ fetch }: Selection): boolean {
  return fetch.entities.isCombinable;
}

async function send(
  { client, caller }: OnBehalf,
  subgraph: string,
  body: string,
): Promise<SubgraphAnswer | { readonly failure: UnplacedError }> {
  try {
    return await client.send(subgraph, 'query', body, caller);
  } catch (cause) {
    return { failure: client.describe(cause, subgraph, caller) };
  }
}

function tell({ askers }: Selection, answer: EntityAnswer): void {
  for (const { asked } of askers) asked.answer(answer);
}

function tellEntities(
  { askers }: Selection,
  entities: unknown,
  errors: readonly SubgraphError[],
): void {
  const list: readonly unknown[] | null = Array.isArray(entities) ? entities : null;
  for (const { asked, indexes } of askers) {
    asked.answer({
      entities: list === null ? null : indexes.map((index) => list[index]),
      errors: errors.length === 0 ? errors : placeErrors(errors, indexes),
    });
  }
}

/** The errors of one asker's entities, by its own indexes. */
function placeErrors(
  errors: readonly SubgraphError[],
  indexes: readonly number[],
): readonly SubgraphError[] {
  return errors.flatMap((error) => {
    const [, at, ...below] = error.path;
    if (typeof at !== 'number') return [error];
    const own = indexes.indexOf(at);
    return own === -1 ? [] : [{ ...error, path: ['_entities', own, ...below] }];
  });
}
