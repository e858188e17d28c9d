import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionNode,
} from 'graphql';
import type { FieldCost, FieldCosts } from '../cost/field-costs.ts';
import type { DataNameOf } from './data-names.ts';
import { isIncluded, type Conditions } from './prune.ts';

/** One response name of an object: which field fills it, and what is selected below. */
export interface FieldShape {
  readonly responseName: string;
  /** `Type.field`, for messages. */
  readonly coordinate: string;
  readonly content:
    | { readonly kind: 'typename' }
    | { readonly kind: 'introspection' }
    | { readonly kind: 'denied'; readonly type: GraphQLOutputType }
    | {
        readonly kind: 'field';
        /** Where merged data has it. */
        readonly dataName: string;
        readonly type: GraphQLOutputType;
        readonly cost: FieldCost;
        readonly below: ObjectShape | null;
      };
}

/** What an operation selects at one place, worked out for each type that can stand there. */
export interface ObjectShape {
  /** The static type, which holds where the data does not say more. */
  readonly typeName: string;
  readonly isAbstract: boolean;
  /** True when what is selected is not the same for every type. */
  readonly dependsOnType: boolean;
  /** The fields of an object of this type, in the client's order; null for a type that cannot be. */
  fieldsOf(typeName: string): readonly FieldShape[] | null;
}

const free: FieldCost = { once: 0, each: 0 };

/** What compilation of a shape depends on besides the operation itself. */
export interface ShapeOptions {
  readonly schema: GraphQLSchema;
  /** The values of the variables that `@skip` and `@include` name. */
  readonly conditions: Conditions;
  readonly denied: ReadonlySet<SelectionNode>;
  readonly dataNameOf: DataNameOf;
  /** Null where nothing costs anything. */
  readonly fieldCosts: FieldCosts | null;
}

/**
 * Compiles the selections of an operation whose fragment spreads are expanded. Each type's fields
 * are collected when the type first appears in data.
 */
export function compileShape(
  typeName: string,
  selections: readonly SelectionNode[],
  options: ShapeOptions,
): ObjectShape {
  const byType = new Map<string, readonly FieldShape[] | null>();
  return {
    typeName,
    isAbstract: isAbstractType(options.schema.getType(typeName)),
    dependsOnType: selections.some((node) => isNarrowing(node, typeName)),
    fieldsOf(runtimeType) {
      const known = byType.get(runtimeType);
      if (known !== undefined) return known;
      const fields = collectFields(runtimeType, selections, options);
      byType.set(runtimeType, fields);
      return fields;
    },
  };
}

function isNarrowing(node: SelectionNode, typeName: string): boolean {
  if (node.kind !== Kind.INLINE_FRAGMENT) return false;
  const { typeCondition, selectionSet } = node;
  if (typeCondition !== undefined && typeCondition.name.value !== typeName) return true;
  return selectionSet.selections.some((child) => isNarrowing(child, typeName));
}

function collectFields(
  typeName: string,
  selections: readonly SelectionNode[],
  options: ShapeOptions,
): readonly FieldShape[] | null {
  if (!isCompositeType(options.schema.getType(typeName))) return null;
  const grouped = new Map<string, FieldNode[]>();
  groupFields(typeName, selections, options, grouped);
  return [...grouped].map(([responseName, nodes]) =>
    compileField(typeName, responseName, nodes, options),
  );
}

function groupFields(
  typeName: string,
  selections: readonly SelectionNode[],
  options: ShapeOptions,
  grouped: Map<string, FieldNode[]>,
): void {
  for (const selection of selections) {
    if (!isIncluded(selection, options.conditions)) continue;
    if (selection.kind === Kind.FIELD) {
      const responseName = selection.alias?.value ?? selection.name.value;
      const nodes = grouped.get(responseName);
      if (nodes === undefined) grouped.set(responseName, [selection]);
      else nodes.push(selection);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (fragmentApplies(typeName, selection, options.schema)) {
        groupFields(typeName, selection.selectionSet.selections, options, grouped);
      }
    }
  }
}

function compileField(
  typeName: string,
  responseName: string,
  nodes: readonly FieldNode[],
  options: ShapeOptions,
): FieldShape {
  const [first] = nodes;
  const name = first?.name.value ?? '';
  const coordinate = `${typeName}.${name}`;
  if (name === '__typename') return { responseName, coordinate, content: { kind: 'typename' } };
  const parent = options.schema.getType(typeName);
  const field =
    isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  if (first === undefined || field === undefined)
    return { responseName, coordinate, content: { kind: 'introspection' } };
  const { type } = field;
  if (nodes.some((node) => options.denied.has(node))) {
    return { responseName, coordinate, content: { kind: 'denied', type } };
  }
  const selections = nodes.flatMap((node) => node.selectionSet?.selections ?? []);
  const below =
    selections.length === 0 ? null : compileShape(getNamedType(type).name, selections, options);
  return {
    responseName,
    coordinate,
    content: {
      kind: 'field',
      dataName: options.dataNameOf(first),
      type,
      cost: options.fieldCosts?.costOf(typeName, first) ?? free,
      below,
    },
  };
}

function fragmentApplies(
  typeName: string,
  { typeCondition }: InlineFragmentNode,
  schema: GraphQLSchema,
): boolean {
  const wanted = typeCondition?.name.value;
  if (wanted === undefined || wanted === typeName) return true;
  const condition = schema.getType(wanted);
  const type = schema.getType(typeName);
  return (
    isAbstractType(condition) &&
    (isObjectType(type) || isInterfaceType(type)) &&
    schema.isSubType(condition, type)
  );
}
