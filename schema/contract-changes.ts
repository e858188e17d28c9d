import {
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLSchema,
} from 'graphql';
import { elementsOf } from './elements.ts';

/**
 * What a change of a contract means for those who use it, a line each: what is new, what may
 * surprise a client, and what breaks one that uses it.
 */
export function describeChanges(before: string, after: string): string[] {
  if (before === after) return [];
  const [earlier, later] = [buildSchema(before), buildSchema(after)];
  const known = new Set(namesIn(earlier));
  return [
    ...namesIn(later)
      .filter((name) => !known.has(name))
      .map((name) => `new: ${name}`),
    ...findDangerousChanges(earlier, later).map(({ description }) => `dangerous: ${description}`),
    ...findBreakingChanges(earlier, later).map(({ description }) => `breaking: ${description}`),
  ];
}

function namesIn(schema: GraphQLSchema): string[] {
  return [
    ...Object.keys(schema.getTypeMap()),
    ...elementsOf(schema).map(({ coordinate }) => coordinate),
  ].sort();
}
