import { hasScope, type Viewer } from '@skillswap/kit/viewer';
import { isInterfaceType, isIntrospectionType, isObjectType, type GraphQLSchema } from 'graphql';
import { z } from 'zod';

const ruleSchema = z.union([
  z.literal('public'),
  z.literal('authenticated'),
  z.array(z.array(z.string())),
]);

/** Who may read a field: everyone, everyone logged in, or holders of all scopes of one group. */
export type AccessRule = z.infer<typeof ruleSchema>;

/** `Type.field` → rule, as composition wrote it to schema/authorization.json. */
export type AccessRules = ReadonlyMap<string, AccessRule>;

/** Nobody: what holds for a field without a rule. */
export const closed: AccessRule = [];

/** Reads the manifest. */
export function readAccessRules(json: string): AccessRules {
  return new Map(Object.entries(z.record(z.string(), ruleSchema).parse(JSON.parse(json))));
}

/** Throws when a field that clients can name has no rule: the manifest is of another graph. */
export function assertRuled(schema: GraphQLSchema, rules: AccessRules): void {
  const open = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
    .filter((coordinate) => !rules.has(coordinate));
  if (open.length > 0) {
    throw new Error(`the authorization manifest has no rule for ${open.join(', ')}`);
  }
}

/** True when the rule lets this viewer read. */
export function permits(rule: AccessRule, viewer: Viewer): boolean {
  if (rule === 'public') return true;
  if (rule === 'authenticated') return viewer.kind !== 'anonymous';
  return rule.some((group) => group.every((scope) => hasScope(viewer, scope)));
}
