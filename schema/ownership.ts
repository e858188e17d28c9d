import { Kind } from 'graphql';
import type {
  DocumentNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  InterfaceTypeExtensionNode,
  ObjectTypeDefinitionNode,
  ObjectTypeExtensionNode,
  TypeNode,
} from 'graphql';
import type { SubgraphSource } from './subgraphs.ts';

type FieldsNode =
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode;

interface Definition {
  readonly subgraph: string;
  readonly node: FieldsNode;
}

/**
 * What keeps an outage partial: a field that a subgraph contributes to an entity it does not own,
 * and every reference to such an entity (list items too), is nullable. The owner of an entity is
 * the subgraph that describes the type; stubs carry no description.
 */
export function lintOwnership(subgraphs: readonly SubgraphSource[]): string[] {
  const definitions = subgraphs.flatMap((subgraph) =>
    fieldsNodes(subgraph.typeDefs).map((node) => ({ subgraph: subgraph.name, node })),
  );
  const problems: string[] = [];
  const owners = findOwners(definitions, problems);
  for (const { subgraph, node } of definitions) {
    const owner = owners.get(node.name.value);
    const contributes = owner !== undefined && owner !== subgraph;
    for (const field of node.fields ?? []) {
      const coordinate = `${node.name.value}.${field.name.value}`;
      if (contributes && isContribution(node, field) && field.type.kind === Kind.NON_NULL_TYPE) {
        problems.push(
          `${coordinate}: ${subgraph} contributes it to ${owner}'s entity; make it nullable`,
        );
      }
      const target = owners.get(namedType(field.type));
      if (target !== undefined && target !== subgraph && demandsValue(field.type)) {
        problems.push(
          `${coordinate}: refers to ${target}'s ${namedType(field.type)}; make it nullable`,
        );
      }
    }
  }
  return problems;
}

function fieldsNodes(document: DocumentNode): FieldsNode[] {
  return document.definitions.filter(
    (node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION ||
      node.kind === Kind.OBJECT_TYPE_EXTENSION ||
      node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      node.kind === Kind.INTERFACE_TYPE_EXTENSION,
  );
}

function findOwners(definitions: readonly Definition[], problems: string[]): Map<string, string> {
  const owners = new Map<string, string>();
  const entities = Map.groupBy(definitions, ({ node }) => node.name.value);
  for (const [type, all] of entities) {
    if (!all.some(({ node }) => hasDirective(node, 'key'))) continue;
    const described = new Set(all.filter(isDescribed).map(({ subgraph }) => subgraph));
    const candidates =
      described.size === 0 ? new Set(all.map(({ subgraph }) => subgraph)) : described;
    const [owner] = candidates;
    if (candidates.size === 1 && owner !== undefined) owners.set(type, owner);
    else
      problems.push(
        `${type}: exactly one subgraph owns an entity and describes it; here ${[...candidates].join(', ')}`,
      );
  }
  return owners;
}

function isDescribed({ node }: Definition): boolean {
  return (
    (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) &&
    node.description !== undefined
  );
}

/** Neither a key field of the stub nor a field that the owner provides. */
function isContribution(node: FieldsNode, field: FieldDefinitionNode): boolean {
  return !hasDirective(field, 'external') && !keyFields(node).has(field.name.value);
}

function keyFields(node: FieldsNode): Set<string> {
  const selections = (node.directives ?? [])
    .filter((directive) => directive.name.value === 'key')
    .flatMap((directive) => directive.arguments ?? [])
    .filter((argument) => argument.name.value === 'fields')
    .map((argument) => (argument.value.kind === Kind.STRING ? argument.value.value : ''));
  return new Set(selections.join(' ').split(/[\s{}]+/));
}

function hasDirective(node: FieldsNode | FieldDefinitionNode, name: string): boolean {
  return (node.directives ?? []).some((directive) => directive.name.value === name);
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** True when a missing entity would null more than itself: `User!`, `[User!]`. */
function demandsValue(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) {
    return type.type.kind === Kind.NAMED_TYPE || demandsValue(type.type);
  }
  return type.kind === Kind.LIST_TYPE && demandsValue(type.type);
}
