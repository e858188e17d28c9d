import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { getOwn, type JsonObject } from '../execution/json.ts';
import { isIncluded, type Conditions } from '../execution/prune.ts';
import { largest, sum, times, valueOf, type Amount } from './amount.ts';
import type { FieldCosts } from './field-costs.ts';
import { listLength } from './list-length.ts';

/** What an operation costs at most; `variables` are complete, with the operation's defaults. */
export type Price = (variables: JsonObject) => number;

const mostVariants = 64;

/** What pricing an operation depends on. */
export interface PriceOptions {
  readonly schema: GraphQLSchema;
  readonly costs: FieldCosts;
  /** The variables that `@skip` and `@include` name. */
  readonly conditions: readonly string[];
}

/**
 * Prices an operation whose fragments are expanded. What is selected under given conditions is
 * worked out once; what remains for each request is to put in the sizes of its pages.
 */
export function createPrice(operation: OperationDefinitionNode, options: PriceOptions): Price {
  const amounts = new Map<string, Amount>();
  return (variables) => {
    const values = options.conditions.map((name) => getOwn(variables, name) === true);
    const key = values.join();
    let amount = amounts.get(key);
    if (amount === undefined) {
      if (amounts.size >= mostVariants) amounts.clear();
      amount = priceOperation(operation, options, values);
      amounts.set(key, amount);
    }
    return valueOf(amount, variables);
  };
}

/** The lists that a field above has the length of. */
interface SizedLists {
  readonly fields: readonly string[];
  readonly length: Amount;
}

function priceOperation(
  operation: OperationDefinitionNode,
  { schema, costs, conditions: names }: PriceOptions,
  values: readonly boolean[],
): Amount {
  const conditions = new Map(names.map((name, index) => [name, values[index] === true] as const));
  const remember = createMemory();

  /** Where several types can stand, as much as the dearest of them. */
  const priceObject = (
    typeName: string,
    selections: readonly SelectionNode[],
    sized: SizedLists | null,
  ): Amount =>
    largest(
      possibleTypes(schema, typeName).map((name) =>
        sum(
          [...groupFields(schema, name, selections, conditions).values()].map((nodes) =>
            priceField(name, nodes, sized),
          ),
        ),
      ),
    );

  const priceField = (
    typeName: string,
    nodes: readonly FieldNode[],
    sized: SizedLists | null,
  ): Amount => {
    const [node] = nodes;
    const field = node === undefined ? undefined : fieldOf(schema, typeName, node.name.value);
    // Introspection is bounded by the other limits.
    if (node === undefined || field === undefined) return 0;
    const { once, each } = costs.costOf(typeName, node);
    const size = costs.listSizeOf(typeName, field.name);
    const length = listLength(size, node, field);
    const below = remember(typeName, nodes, () =>
      priceObject(
        getNamedType(field.type).name,
        nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
        size === null ? null : { fields: size.sizedFields, length },
      ),
    );
    const own = sized?.fields.includes(field.name) === true ? sized.length : length;
    return sum([once, timesLevels(field.type, own, sum([each, below]))]);
  };

  const root = schema.getRootType(operation.operation)?.name ?? '';
  return priceObject(root, operation.selectionSet.selections, null);
}

/** A list of lists has as many items at each level. */
function timesLevels(type: GraphQLOutputType, length: Amount, amount: Amount): Amount {
  const nullable = getNullableType(type);
  return isListType(nullable)
    ? times(length, timesLevels(nullable.ofType, length, amount))
    : amount;
}

type Remember = (typeName: string, nodes: readonly FieldNode[], price: () => Amount) => Amount;

/**
 * Prices what is below the same selections once for each type that they are selected on: types
 * that meet at every level would otherwise multiply.
 */
function createMemory(): Remember {
  const numbers = new Map<FieldNode, number>();
  const known = new Map<string, Amount>();
  const numberOf = (node: FieldNode): number => {
    const number = numbers.get(node) ?? numbers.size;
    numbers.set(node, number);
    return number;
  };
  return (typeName, nodes, price) => {
    const key = `${typeName} ${nodes.map(numberOf).join()}`;
    const amount = known.get(key) ?? price();
    known.set(key, amount);
    return amount;
  };
}

/** The fields that an object of this type answers, by response name. */
function groupFields(
  schema: GraphQLSchema,
  typeName: string,
  selections: readonly SelectionNode[],
  conditions: Conditions,
  grouped = new Map<string, FieldNode[]>(),
): ReadonlyMap<string, readonly FieldNode[]> {
  for (const node of selections) {
    if (!isIncluded(node, conditions)) continue;
    if (node.kind === Kind.FIELD) {
      const responseName = (node.alias ?? node.name).value;
      const nodes = grouped.get(responseName);
      if (nodes === undefined) grouped.set(responseName, [node]);
      else nodes.push(node);
    } else if (node.kind === Kind.INLINE_FRAGMENT && applies(schema, typeName, node)) {
      groupFields(schema, typeName, node.selectionSet.selections, conditions, grouped);
    }
  }
  return grouped;
}

function applies(
  schema: GraphQLSchema,
  typeName: string,
  { typeCondition }: InlineFragmentNode,
): boolean {
  const wanted = typeCondition?.name.value ?? typeName;
  return wanted === typeName || possibleTypes(schema, wanted).includes(typeName);
}

function possibleTypes(schema: GraphQLSchema, typeName: string): readonly string[] {
  const type = schema.getType(typeName);
  return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [typeName];
}

function fieldOf(
  schema: GraphQLSchema,
  typeName: string,
  fieldName: string,
): GraphQLField<unknown, unknown> | undefined {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
}
