import { Kind, type FieldNode, type GraphQLField } from 'graphql';
import type { JsonObject } from '../execution/json.ts';
import { argumentValue } from '../page-arguments.ts';
import type { Amount } from './amount.ts';
import type { ListSize } from './field-costs.ts';

/** Items of a list that says nothing about its length. */
const unknownLength = 100;

/** How long a selected list is at most: the largest slice that is asked for, or what is assumed. */
export function listLength(
  size: ListSize | null,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
): Amount {
  const { assumed = null, slicingArguments = [] } = size ?? {};
  const length = (variables: JsonObject): number => {
    const slices = slicingArguments
      .map((name) => argumentValue(node, field, name, variables))
      .filter((slice) => typeof slice === 'number');
    return slices.length === 0 ? (assumed ?? unknownLength) : Math.max(0, ...slices);
  };
  const varies = (node.arguments ?? []).some(
    ({ name, value }) => value.kind === Kind.VARIABLE && slicingArguments.includes(name.value),
  );
  return varies ? length : length({});
}
