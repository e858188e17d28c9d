import {
  Kind,
  parse,
  parseType,
  print,
  valueFromASTUntyped,
  visit,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type NameNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  type VariableDefinitionNode,
  type VariableNode,
} from 'graphql';
import type { CompiledFetch } from '../execution/compiled-plan.ts';
import { clientName } from '../execution/data-names.ts';
import { getOwn, isObject, setOwn, type JsonObject } from '../execution/json.ts';
import type { ResumableField, ResumableFields } from './resumable-fields.ts';

/** An event's place in its sequence, as its owner names it. */
export type Cursor = string | number;

/** What a subscription asks its owner, such that it can go on from any event. */
export interface Source {
  readonly subgraph: string;
  readonly document: string;
  /** True when the owner goes on from a cursor, and without one from what happens next. */
  readonly isResumable: boolean;
  /** The cursor that the client gave; null for what happens next. */
  givenCursor(variables: JsonObject): Cursor | null;
  /** The place of an event; null when it is not told. */
  cursorOf(data: JsonObject): Cursor | null;
  /** What to send with the document to begin after `cursor`. */
  variablesFrom(variables: JsonObject, cursor: Cursor | null): JsonObject;
}

/** A document with one subscription, and the one field that it selects. */
interface Subscription {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly root: FieldNode;
}

/** The source of a plan's `primary`, made once per plan. */
export type SourceOf = (primary: CompiledFetch) => Source;

/** Makes the subscriptions of these fields resumable. */
export function createSources(resumableFields: ResumableFields): SourceOf {
  const known = new WeakMap<CompiledFetch, Source>();
  return (primary) => {
    const source = known.get(primary) ?? toSource(primary, resumableFields);
    known.set(primary, source);
    return source;
  };
}

function toSource(primary: CompiledFetch, resumableFields: ResumableFields): Source {
  const document = parse(primary.document);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return plainSource(primary);
  const [root] = operation.selectionSet.selections;
  if (root?.kind !== Kind.FIELD) return plainSource(primary);
  const resumable = resumableFields.get(root.name.value);
  if (resumable === undefined) return plainSource(primary);
  return resumableSource(primary, { document, operation, root }, resumable);
}

function plainSource({ subgraph, document, variables: names }: CompiledFetch): Source {
  return {
    subgraph,
    document,
    isResumable: false,
    givenCursor: () => null,
    cursorOf: () => null,
    variablesFrom: (variables) => pick(variables, names),
  };
}

/** Takes the cursor from a variable of its own, and asks every event for its place. */
function resumableSource(
  primary: CompiledFetch,
  { document, operation, root }: Subscription,
  { argument, argumentType, field }: ResumableField,
): Source {
  const name = nameNode(freeName('cursor', primary.document));
  const variable: VariableNode = { kind: Kind.VARIABLE, name };
  const given = root.arguments?.find((node) => node.name.value === argument)?.value;
  const others = (root.arguments ?? []).filter((node) => node.name.value !== argument);
  const selections: readonly SelectionNode[] = [
    ...(root.selectionSet?.selections ?? []),
    { kind: Kind.FIELD, alias: name, name: nameNode(field) },
  ];
  const asking: FieldNode = {
    ...root,
    arguments: [...others, { kind: Kind.ARGUMENT, name: nameNode(argument), value: variable }],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  const fragments = document.definitions.filter((definition) => definition !== operation);
  const used = variablesIn([asking, ...fragments]);
  const kept = (operation.variableDefinitions ?? []).filter((definition) =>
    used.has(definition.variable.name.value),
  );
  const variableDefinitions: readonly VariableDefinitionNode[] = [
    ...kept,
    { kind: Kind.VARIABLE_DEFINITION, variable, type: parseType(argumentType) },
  ];
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [asking] };
  const resumable = { ...operation, variableDefinitions, selectionSet };
  const names = kept.map((definition) => definition.variable.name.value);
  const responseName = (root.alias ?? root.name).value;

  return {
    subgraph: primary.subgraph,
    document: print({ kind: Kind.DOCUMENT, definitions: [resumable, ...fragments] }),
    isResumable: true,
    givenCursor: (variables) => toCursor(given === undefined ? null : valueOf(given, variables)),
    cursorOf: (data) => {
      const event = getOwn(data, responseName);
      return isObject(event) ? toCursor(getOwn(event, name.value)) : null;
    },
    variablesFrom: (variables, cursor) => ({
      ...pick(variables, names),
      ...(cursor !== null && { [name.value]: cursor }),
    }),
  };
}

function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

function freeName(wanted: string, text: string): string {
  return text.includes(wanted) ? freeName(`${wanted}_`, text) : wanted;
}

function variablesIn(nodes: readonly ASTNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodes) {
    visit(node, {
      Variable: ({ name }) => {
        names.add(name.value);
      },
    });
  }
  return names;
}

function valueOf(node: ValueNode, variables: JsonObject): unknown {
  return node.kind === Kind.VARIABLE
    ? getOwn(variables, clientName(node.name.value))
    : valueFromASTUntyped(node);
}

function toCursor(value: unknown): Cursor | null {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function pick(variables: JsonObject, names: readonly string[]): JsonObject {
  const picked: JsonObject = {};
  for (const name of names) {
    const value = getOwn(variables, clientName(name));
    if (value !== undefined) setOwn(picked, name, value);
  }
  return picked;
}
