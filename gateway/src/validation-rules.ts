import {
  GraphQLError,
  specifiedRules,
  type ASTVisitor,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { hasPageSize, isPaged, pageMessage } from './page-arguments.ts';

/** A connection without a page size is a wrong input, like a size out of range. */
function pageSizes(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const field = context.getFieldDef();
      if (!field || !isPaged(field) || hasPageSize(node)) return;
      const extensions = { code: 'BAD_USER_INPUT' };
      context.reportError(
        new GraphQLError(pageMessage(node.name.value), { nodes: node, extensions }),
      );
    },
  };
}

/** The specification's rules pass over a kind of operation for which there is no root type. */
function knownOperationKinds(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (!context.getSchema().getRootType(node.operation)) {
        const message = `There is no ${node.operation} here.`;
        context.reportError(new GraphQLError(message, { nodes: node }));
      }
      return false;
    },
  };
}

const rules = [knownOperationKinds, ...specifiedRules];

/** What a document is validated by: the specification, and page sizes where they are demanded. */
export function validationRules(demandsPageSize: boolean): readonly ValidationRule[] {
  return demandsPageSize ? [pageSizes, ...rules] : rules;
}

/** Leaves out what the specification's rules say about a field whose page size is reported. */
export function withoutRepetition(errors: readonly GraphQLError[]): GraphQLError[] {
  const unsized = errors.filter(({ extensions }) => extensions['code'] === 'BAD_USER_INPUT');
  const nodes = new Set(unsized.flatMap((error) => error.nodes ?? []));
  return errors.filter(
    (error) =>
      error.extensions['code'] === 'BAD_USER_INPUT' ||
      error.nodes?.[0] === undefined ||
      !nodes.has(error.nodes[0]),
  );
}
