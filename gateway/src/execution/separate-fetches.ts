import type { FetchDataRewrite, FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type DocumentNode,
  type FieldNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { needsKey, type Needs, type SeparateFields } from './required-fields.ts';

/**
 * What the planner planned with fields under names of their own, as subgraphs know it. A subgraph
 * takes a required field once in a representation, so fields that need it with different arguments
 * are fetched apart.
 */
export function toSubgraphFetches(fetch: FetchNode, separate: SeparateFields): FetchNode[] {
  if (separate.fields.size === 0) return [fetch];
  const document = parse(fetch.operation, { noLocation: true });
  const { requires } = fetch;
  if (requires === undefined) return [toSubgraph(fetch, document, separate)];
  const groups = groupFields(fetch, document, separate);
  return groups.map((group) => {
    const own = groups.length === 1 ? document : withOnly(document, group.fields);
    const needed = keepNeeded(requires, group.needs, separate, '');
    const inputRewrites = [...(fetch.inputRewrites ?? []), ...renamesIn(needed, separate, [])];
    return toSubgraph({ ...fetch, requires: needed, inputRewrites }, own, separate);
  });
}

/** Fields of an entity whose needs go together, and all their needs. */
interface Group {
  readonly fields: Set<SelectionNode>;
  readonly needs: Map<string, string>;
}

function groupFields(fetch: FetchNode, document: DocumentNode, separate: SeparateFields): Group[] {
  const groups: [Group, ...Group[]] = [{ fields: new Set(), needs: new Map() }];
  const place = (field: FieldNode, typeName: string): void => {
    const key = needsKey(fetch.serviceName, typeName, field.name.value);
    const needs: Needs = separate.needs.get(key) ?? new Map();
    let group = groups.find((candidate) =>
      [...needs].every(([at, name]) => (candidate.needs.get(at) ?? name) === name),
    );
    if (group === undefined) {
      group = { fields: new Set(), needs: new Map() };
      groups.push(group);
    }
    group.fields.add(field);
    for (const [at, name] of needs) group.needs.set(at, name);
  };
  const walk = ({ selections }: SelectionSetNode, typeName: string): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) place(node, typeName);
      else if (node.kind === Kind.INLINE_FRAGMENT) {
        walk(node.selectionSet, node.typeCondition?.name.value ?? typeName);
      }
    }
  };
  const entities = entitiesOf(document);
  if (entities !== undefined) walk(entities, '');
  return groups;
}

function entitiesOf(document: DocumentNode): SelectionSetNode | undefined {
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return undefined;
  const [entities] = operation.selectionSet.selections;
  return entities?.kind === Kind.FIELD ? entities.selectionSet : undefined;
}

/** The document with only these fields of the entity, and the variables that they use. */
function withOnly(document: DocumentNode, fields: ReadonlySet<SelectionNode>): DocumentNode {
  const keep = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.flatMap((node): SelectionNode[] => {
      if (node.kind !== Kind.INLINE_FRAGMENT) return fields.has(node) ? [node] : [];
      const selectionSet = keep(node.selectionSet);
      return selectionSet.selections.length === 0 ? [] : [{ ...node, selectionSet }];
    }),
  });
  const entities = entitiesOf(document);
  const kept = visit(document, {
    SelectionSet: (set) => (set === entities ? keep(set) : undefined),
  });
  const used = new Set(variablesOf(kept));
  return visit(kept, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
}

function variablesOf(document: DocumentNode): string[] {
  const names: string[] = [];
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void names.push(name.value),
  });
  return names;
}

function keepNeeded(
  selections: readonly QueryPlanSelectionNode[],
  needs: Needs,
  separate: SeparateFields,
  path: string,
): QueryPlanSelectionNode[] {
  return selections.flatMap((node): QueryPlanSelectionNode[] => {
    if (node.kind === 'InlineFragment') {
      const within = keepNeeded(node.selections, needs, separate, path);
      return within.length === 0 ? [] : [{ ...node, selections: within }];
    }
    const required = separate.fields.get(node.name);
    const at = `${path}${required?.field ?? node.name}`;
    if (required !== undefined && needs.get(at) !== node.name) return [];
    if (node.selections === undefined) return [node];
    const within = keepNeeded(node.selections, needs, separate, `${at}.`);
    return within.length === 0 ? [] : [{ ...node, selections: within }];
  });
}

/** How representations get the subgraph's names. */
function renamesIn(
  selections: readonly QueryPlanSelectionNode[],
  separate: SeparateFields,
  path: readonly string[],
): FetchDataRewrite[] {
  return selections.flatMap((node): FetchDataRewrite[] => {
    if (node.kind === 'InlineFragment') return renamesIn(node.selections, separate, path);
    const key = node.alias ?? node.name;
    const required = separate.fields.get(node.name);
    const below = renamesIn(node.selections ?? [], separate, [...path, key]);
    if (required === undefined) return below;
    return [...below, { kind: 'KeyRenamer', path: [...path, key], renameKeyTo: required.field }];
  });
}

function toSubgraph(fetch: FetchNode, document: DocumentNode, separate: SeparateFields): FetchNode {
  const renamed = visit(document, {
    Field(node) {
      const required = separate.fields.get(node.name.value);
      if (required === undefined) return undefined;
      const name = { kind: Kind.NAME, value: required.field } as const;
      return { ...node, alias: node.alias ?? node.name, name, arguments: required.arguments };
    },
  });
  const operation = stripIgnoredCharacters(print(renamed));
  const used = new Set(variablesOf(document));
  const variableUsages = (fetch.variableUsages ?? []).filter((name) => used.has(name));
  return { ...fetch, operation, variableUsages };
}
