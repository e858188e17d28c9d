import { Kind, parse } from 'graphql';
import type {
  ConstDirectiveNode,
  ConstValueNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
} from 'graphql';

/**
 * Who may read a field: everyone, everyone logged in, or whoever holds all scopes of one of the
 * listed groups.
 */
export type AccessRule = 'public' | 'authenticated' | readonly (readonly string[])[];

/** `Type.field` → rule, for every field that clients can name. */
export type AccessRules = Readonly<Record<string, AccessRule>>;

/** The rules, and every coordinate that is closed because nobody opened it. */
export interface AccessRulesResult {
  readonly rules: AccessRules;
  readonly problems: readonly string[];
}

type TypeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * Collects the rules of a composed supergraph. A field's rule is its own together with its type's;
 * entities are ruled field by field, because a rule on the type would also close its key. An
 * interface has no rule of its own: reading a field through it needs what all its
 * implementations need.
 */
export function collectAccessRules(supergraphSdl: string): AccessRulesResult {
  const types = parse(supergraphSdl).definitions.filter(
    (node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const rules = new Map<string, AccessRule>();
  const problems: string[] = [];
  for (const type of types.filter(isObject)) collectObject(type, types, rules, problems);
  for (const type of types.filter((node) => !isObject(node))) collectInterface(type, types, rules);
  return { rules: Object.fromEntries([...rules].sort(([a], [b]) => (a < b ? -1 : 1))), problems };
}

function isObject(node: TypeNode): node is ObjectTypeDefinitionNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION;
}

function collectObject(
  type: ObjectTypeDefinitionNode,
  types: readonly TypeNode[],
  rules: Map<string, AccessRule>,
  problems: string[],
): void {
  const onType = statedRule(type.directives);
  if (onType !== null && isEntity(type)) {
    problems.push(`${type.name.value}: an entity carries its rules on its fields, not on the type`);
  }
  for (const field of openFields(type)) {
    const coordinate = `${type.name.value}.${field.name.value}`;
    const onField = isFromInterfaceObject(field)
      ? ruleOfInterface(type, field, types)
      : statedRule(field.directives);
    const stated = [onType, onField].filter((rule) => rule !== null);
    if (stated.length === 0) {
      problems.push(`${coordinate}: needs @public, @authenticated or @requiresScopes`);
    } else {
      rules.set(coordinate, stated.reduce(both));
    }
  }
}

function collectInterface(
  type: TypeNode,
  types: readonly TypeNode[],
  rules: Map<string, AccessRule>,
): void {
  const implementations = types
    .filter(isObject)
    .filter((node) => (node.interfaces ?? []).some(({ name }) => name.value === type.name.value));
  for (const field of openFields(type)) {
    const needed = implementations
      .map((node) => rules.get(`${node.name.value}.${field.name.value}`))
      .filter((rule) => rule !== undefined);
    rules.set(`${type.name.value}.${field.name.value}`, needed.reduce(both, 'public'));
  }
}

/** No subgraph defines the field on this type: an interface object brings it to all of them. */
function isFromInterfaceObject(field: FieldDefinitionNode): boolean {
  return (field.directives ?? []).some(
    (directive) => directive.name.value === 'join__field' && directive.arguments?.length === 0,
  );
}

/** A field that an interface object brings is ruled where it is defined. */
function ruleOfInterface(
  type: ObjectTypeDefinitionNode,
  field: FieldDefinitionNode,
  types: readonly TypeNode[],
): AccessRule | null {
  const implemented = new Set((type.interfaces ?? []).map(({ name }) => name.value));
  const stated = types
    .filter((node) => !isObject(node) && implemented.has(node.name.value))
    .flatMap((node) => (node.fields ?? []).filter(({ name }) => name.value === field.name.value))
    .map(({ directives }) => statedRule(directives))
    .filter((rule) => rule !== null);
  return stated.length === 0 ? null : stated.reduce(both);
}

function openFields(type: TypeNode): FieldDefinitionNode[] {
  if (hasDirective(type.directives, 'inaccessible')) return [];
  return (type.fields ?? []).filter((field) => !hasDirective(field.directives, 'inaccessible'));
}

function isEntity(type: TypeNode): boolean {
  return (type.directives ?? []).some(
    (directive) =>
      directive.name.value === 'join__type' &&
      (directive.arguments ?? []).some((argument) => argument.name.value === 'key'),
  );
}

function statedRule(directives: readonly ConstDirectiveNode[] | undefined): AccessRule | null {
  const scopes = (directives ?? []).find(({ name }) => name.value === 'requiresScopes');
  if (scopes !== undefined) return scopeGroups(scopes.arguments?.[0]?.value);
  if (hasDirective(directives, 'authenticated')) return 'authenticated';
  return hasDirective(directives, 'public') ? 'public' : null;
}

function scopeGroups(value: ConstValueNode | undefined): AccessRule {
  if (value?.kind !== Kind.LIST) return [];
  return value.values.map((group) =>
    group.kind === Kind.LIST
      ? group.values.map((scope) => (scope.kind === Kind.STRING ? scope.value : ''))
      : [],
  );
}

function hasDirective(
  directives: readonly ConstDirectiveNode[] | undefined,
  wanted: string,
): boolean {
  return (directives ?? []).some(({ name }) => name.value === wanted);
}

/** The rule that holds exactly when both hold. */
function both(a: AccessRule, b: AccessRule): AccessRule {
  if (a === 'public') return b;
  if (b === 'public') return a;
  if (a === 'authenticated') return b;
  if (b === 'authenticated') return a;
  return a.flatMap((left) => b.map((right) => [...new Set([...left, ...right])].sort()));
}
