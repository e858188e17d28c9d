import {
  Kind,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { separateRequiredFields, type SeparateFields } from './required-fields.ts';

/** What the planner reads instead of the supergraph, so that it plans what it plans wrongly. */
export interface PlannerSupergraph extends SeparateFields {
  readonly document: DocumentNode;
}

/**
 * Changes what the planner does not cope with: a key that a subgraph cannot resolve beside one
 * that it can, and required fields with arguments.
 */
export function toPlannerSupergraph(supergraph: DocumentNode): PlannerSupergraph {
  return separateRequiredFields(withoutUselessKeys(supergraph));
}

/** The planner would choose the unresolvable key for going from the type to itself. */
function withoutUselessKeys(supergraph: DocumentNode): DocumentNode {
  const clean = <Node extends ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode>(
    node: Node,
  ): Node => {
    const directives = node.directives ?? [];
    const joins = directives.filter(({ name }) => name.value === 'join__type');
    const resolving = new Set(joins.filter(isResolvable).map(graphOf));
    const kept = directives.filter(
      (directive) =>
        !joins.includes(directive) || isResolvable(directive) || !resolving.has(graphOf(directive)),
    );
    return { ...node, directives: kept };
  };
  return visit(supergraph, { ObjectTypeDefinition: clean, InterfaceTypeDefinition: clean });
}

function isResolvable(join: ConstDirectiveNode): boolean {
  return (
    argumentOf(join, 'key') !== undefined &&
    !(join.arguments ?? []).some(
      ({ name, value }) =>
        name.value === 'resolvable' && value.kind === Kind.BOOLEAN && !value.value,
    )
  );
}

function graphOf(join: ConstDirectiveNode): string {
  const graph = argumentOf(join, 'graph');
  return graph?.kind === Kind.ENUM ? graph.value : '';
}

function argumentOf(directive: ConstDirectiveNode, wanted: string) {
  return directive.arguments?.find(({ name }) => name.value === wanted)?.value;
}
