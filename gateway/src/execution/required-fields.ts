import {
  Kind,
  parse,
  print,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type SelectionNode,
  type TypeNode,
} from 'graphql';
import { requiredName } from './data-names.ts';

/** A field with the arguments that a `@requires` gives it. */
export interface RequiredField {
  readonly field: string;
  readonly arguments: NonNullable<FieldNode['arguments']>;
}

/** Where a representation has a required field → the name by which the planner knows it. */
export type Needs = ReadonlyMap<string, string>;

/** Required fields with arguments, under names of their own. */
export interface SeparateFields {
  readonly document: DocumentNode;
  readonly fields: ReadonlyMap<string, RequiredField>;
  /** What a subgraph's field needs of them, by {@link needsKey}. */
  readonly needs: ReadonlyMap<string, Needs>;
}

/** Names a field of a type in a subgraph. */
export function needsKey(subgraph: string, typeName: string, field: string): string {
  return `${subgraph} ${typeName}.${field}`;
}

type Fielded = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * The planner asks for a field once per object, whoever wants it with which arguments. So each
 * required field that takes arguments becomes, for the planner, a field of its own per arguments.
 */
export function separateRequiredFields(supergraph: DocumentNode): SeparateFields {
  const types = new Map(
    supergraph.definitions.filter(isFielded).map((type) => [type.name.value, type]),
  );
  const subgraphs = subgraphNames(supergraph);
  const fields = new Map<string, RequiredField>();
  const names = new Map<string, string>();
  const needs = new Map<string, Map<string, string>>();

  const nameFor = (node: FieldNode): string => {
    const text = `${node.name.value} ${(node.arguments ?? []).map(print).join()}`;
    const name = names.get(text) ?? requiredName(names.size, node.name.value);
    names.set(text, name);
    fields.set(name, { field: node.name.value, arguments: node.arguments ?? [] });
    return name;
  };
  const rename = (
    selections: readonly SelectionNode[],
    typeName: string,
    path: string,
    found: Map<string, string>,
  ): SelectionNode[] =>
    selections.map((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return node;
      const { selectionSet } = node;
      if (node.kind === Kind.INLINE_FRAGMENT) {
        const narrowed = node.typeCondition?.name.value ?? typeName;
        const within = rename(node.selectionSet.selections, narrowed, path, found);
        return { ...node, selectionSet: { ...node.selectionSet, selections: within } };
      }
      const definition = fieldOf(types.get(typeName), node.name.value);
      const takesArguments = (definition?.arguments ?? []).length > 0;
      const value = takesArguments ? nameFor(node) : node.name.value;
      const below = `${path}${node.name.value}`;
      if (takesArguments) found.set(below, value);
      const named = { ...node, name: { ...node.name, value }, arguments: [] };
      if (definition === undefined || selectionSet === undefined) return named;
      const within = rename(selectionSet.selections, typeOf(definition.type), `${below}.`, found);
      return { ...named, selectionSet: { ...selectionSet, selections: within } };
    });
  const renameIn = (join: ConstDirectiveNode, type: string, field: string): ConstDirectiveNode => {
    const subgraph = subgraphs.get(textOf(join, 'graph')) ?? '';
    const requires = textOf(join, 'requires');
    if (join.name.value !== 'join__field' || requires === '') return join;
    const found = new Map<string, string>();
    const text = rename(parseSelections(requires), type, '', found)
      .map(print)
      .join(' ')
      .replaceAll('\n', ' ');
    if (found.size === 0) return join;
    needs.set(needsKey(subgraph, type, field), found);
    return withText(join, 'requires', text);
  };

  const renamed = supergraph.definitions.map((type) =>
    isFielded(type)
      ? mapFields(type, (field) => ({
          ...field,
          directives: (field.directives ?? []).map((join) =>
            renameIn(join, type.name.value, field.name.value),
          ),
        }))
      : type,
  );
  const definitions = renamed.map((type) =>
    isFielded(type) ? addFields(type, fields, needs, subgraphs) : type,
  );
  return { document: { ...supergraph, definitions }, fields, needs };
}

/** Gives the type the separate fields that stand for fields of it. */
function addFields(
  type: Fielded,
  separate: ReadonlyMap<string, RequiredField>,
  needs: Map<string, Map<string, string>>,
  subgraphs: ReadonlyMap<string, string>,
): Fielded {
  const added = [...separate].flatMap(([name, required]): FieldDefinitionNode[] => {
    const original = fieldOf(type, required.field);
    const known = new Set(original?.arguments?.map((argument) => argument.name.value));
    const isMeant = required.arguments.every((argument) => known.has(argument.name.value));
    if (original === undefined || known.size === 0 || !isMeant) return [];
    for (const join of original.directives ?? []) {
      const subgraph = subgraphs.get(textOf(join, 'graph')) ?? '';
      const same = needs.get(needsKey(subgraph, type.name.value, required.field));
      if (same !== undefined) needs.set(needsKey(subgraph, type.name.value, name), same);
    }
    return [{ ...original, name: { kind: Kind.NAME, value: name }, arguments: [] }];
  });
  return added.length === 0 ? type : { ...type, fields: [...(type.fields ?? []), ...added] };
}

/** The names by which `join__Graph` and plans know each subgraph. */
function subgraphNames({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const graphs = definitions.flatMap((node) =>
    node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph'
      ? (node.values ?? [])
      : [],
  );
  return new Map(
    graphs.map(({ name, directives = [] }) => {
      const graph = directives.find((directive) => directive.name.value === 'join__graph');
      return [name.value, graph === undefined ? '' : textOf(graph, 'name')];
    }),
  );
}

function mapFields(
  type: Fielded,
  change: (field: FieldDefinitionNode) => FieldDefinitionNode,
): Fielded {
  return { ...type, fields: (type.fields ?? []).map(change) };
}

function isFielded(node: DefinitionNode): node is Fielded {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

function fieldOf(type: Fielded | undefined, wanted: string): FieldDefinitionNode | undefined {
  return type?.fields?.find(({ name }) => name.value === wanted);
}

function typeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : typeOf(type.type);
}

function parseSelections(text: string): readonly SelectionNode[] {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
}

function textOf(directive: ConstDirectiveNode, argument: string): string {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : '';
}

function withText(directive: ConstDirectiveNode, argument: string, value: string) {
  return {
    ...directive,
    arguments: (directive.arguments ?? []).map((given) =>
      given.name.value === argument
        ? { ...given, value: { kind: Kind.STRING, value } as const }
        : given,
    ),
  };
}
