import {
  Kind,
  OperationTypeNode,
  parse,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';

/** What a field costs where it is answered; a field that is null costs nothing. */
export interface FieldCost {
  /** For having asked: the weights of the arguments that are given. */
  readonly once: number;
  /** For its value; in a list, for each item that is not null. */
  readonly each: number;
}

/** How long a list can be, as `@listSize` says. */
export interface ListSize {
  readonly assumed: number | null;
  /** The arguments that say how many are wanted; the largest counts. */
  readonly slicingArguments: readonly string[];
  /** The fields below that are the list, as `edges` is a connection's. */
  readonly sizedFields: readonly string[];
}

/**
 * What the fields of a supergraph cost: an object 1, a scalar or enum nothing, a connection 2 and
 * 1 for each node, a root field of a mutation 10, unless `@cost` says otherwise.
 */
export interface FieldCosts {
  /** The cost of a selected field on an object of this type; nothing for introspection. */
  costOf(typeName: string, node: FieldNode): FieldCost;
  /** Null where the field says nothing about sizes. */
  listSizeOf(typeName: string, fieldName: string): ListSize | null;
}

type FieldsNode = InterfaceTypeDefinitionNode | ObjectTypeDefinitionNode;

/** What a definition costs whatever is selected of it. */
interface Weights {
  readonly each: number;
  readonly byArgument: ReadonlyMap<string, number>;
  readonly size: ListSize | null;
}

const objectWeight = 1;
const connectionWeight = 2;
const mutationWeight = 10;
const free: FieldCost = { once: 0, each: 0 };

/** Reads `@cost` and `@listSize` in the composed supergraph. */
export function readFieldCosts(supergraphSdl: string): FieldCosts {
  const document = parse(supergraphSdl, { noLocation: true });
  const types = document.definitions.filter(
    (node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const typeWeights = weighTypes(document, types);
  const mutation = mutationName(document);
  const weights = new Map<string, Weights>();
  for (const type of types) {
    for (const field of type.fields ?? []) {
      const typeWeight = typeWeights.get(namedType(field.type)) ?? 0;
      const each = type.name.value === mutation ? mutationWeight : typeWeight;
      weights.set(`${type.name.value}.${field.name.value}`, weigh(field, each));
    }
  }
  const implementations = implementationsOf(types);

  const costOf = (typeName: string, node: FieldNode): FieldCost => {
    const implementing = implementations.get(typeName);
    // Where data does not tell an object's type, the least that it can be.
    if (implementing !== undefined) {
      return implementing.map((name) => costOf(name, node)).reduce(leastOf, infinite);
    }
    const found = weights.get(`${typeName}.${node.name.value}`);
    if (found === undefined) return free;
    const { each, byArgument } = found;
    const once = (node.arguments ?? [])
      .map(({ name }) => byArgument.get(name.value) ?? 0)
      .reduce((sum, weight) => sum + weight, 0);
    return { once, each };
  };
  return {
    costOf,
    listSizeOf: (typeName, fieldName) => weights.get(`${typeName}.${fieldName}`)?.size ?? null,
  };
}

const infinite: FieldCost = { once: Infinity, each: Infinity };

function leastOf(a: FieldCost, b: FieldCost): FieldCost {
  return { once: Math.min(a.once, b.once), each: Math.min(a.each, b.each) };
}

function weighTypes(
  document: DocumentNode,
  types: readonly FieldsNode[],
): ReadonlyMap<string, number> {
  const edges = new Set(types.filter(isConnection).flatMap(edgeTypes));
  const weights = new Map<string, number>();
  for (const node of types) {
    weights.set(node.name.value, statedWeight(node.directives) ?? usualWeight(node, edges));
  }
  for (const node of document.definitions) {
    const isLeaf =
      node.kind === Kind.SCALAR_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_DEFINITION;
    if (isLeaf) weights.set(node.name.value, statedWeight(node.directives) ?? 0);
    if (node.kind === Kind.UNION_TYPE_DEFINITION) weights.set(node.name.value, objectWeight);
  }
  return weights;
}

/** Edges and page information come with their connection, user errors with their payload. */
function usualWeight(type: FieldsNode, edges: ReadonlySet<string>): number {
  if (isConnection(type)) return connectionWeight;
  const name = type.name.value;
  const isUserError = (type.interfaces ?? []).some(({ name: { value } }) => value === 'UserError');
  return name === 'PageInfo' || edges.has(name) || isUserError ? 0 : objectWeight;
}

function isConnection({ name, fields = [] }: FieldsNode): boolean {
  return name.value.endsWith('Connection') && fields.some((field) => field.name.value === 'edges');
}

function edgeTypes({ fields = [] }: FieldsNode): string[] {
  return fields.filter(({ name }) => name.value === 'edges').map(({ type }) => namedType(type));
}

function weigh(field: FieldDefinitionNode, usual: number): Weights {
  const byArgument = new Map<string, number>();
  for (const argument of field.arguments ?? []) {
    const weight = statedWeight(argument.directives);
    if (weight !== null) byArgument.set(argument.name.value, weight);
  }
  return { each: statedWeight(field.directives) ?? usual, byArgument, size: listSize(field) };
}

function listSize({ directives }: FieldDefinitionNode): ListSize | null {
  const directive = find(directives, 'listSize');
  if (directive === undefined) return null;
  return {
    assumed: toInteger(argumentOf(directive, 'assumedSize')),
    slicingArguments: toTexts(argumentOf(directive, 'slicingArguments')),
    sizedFields: toTexts(argumentOf(directive, 'sizedFields')),
  };
}

function statedWeight(directives: readonly ConstDirectiveNode[] | undefined): number | null {
  const directive = find(directives, 'cost');
  return directive === undefined ? null : toInteger(argumentOf(directive, 'weight'));
}

function find(
  directives: readonly ConstDirectiveNode[] | undefined,
  wanted: string,
): ConstDirectiveNode | undefined {
  return directives?.find(({ name }) => name.value === wanted);
}

function argumentOf(directive: ConstDirectiveNode, wanted: string): ConstValueNode | undefined {
  return directive.arguments?.find(({ name }) => name.value === wanted)?.value;
}

function toInteger(value: ConstValueNode | undefined): number | null {
  return value?.kind === Kind.INT ? Number(value.value) : null;
}

function toTexts(value: ConstValueNode | undefined): string[] {
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []));
}

function implementationsOf(types: readonly FieldsNode[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const type of types) {
    if (type.kind === Kind.INTERFACE_TYPE_DEFINITION) found.set(type.name.value, []);
  }
  for (const type of types) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const { name } of type.interfaces ?? []) found.get(name.value)?.push(type.name.value);
  }
  return found;
}

function mutationName({ definitions }: DocumentNode): string | undefined {
  for (const node of definitions) {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
    const root = (node.operationTypes ?? []).find(
      ({ operation }) => operation === OperationTypeNode.MUTATION,
    );
    if (root !== undefined) return root.type.name.value;
  }
  return undefined;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
