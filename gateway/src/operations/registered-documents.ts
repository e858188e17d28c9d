import type { DocumentNode, GraphQLSchema } from 'graphql';
import { readDocument, type ReadDocument } from '../documents.ts';
import { prepareOperation, type OperationPolicy, type PreparedOperation } from '../operation.ts';
import { Refusal } from '../refusal.ts';

/** Tokens of a document whose maker we know; everybody else's have fewer. */
const mostTokens = 15_000;

/** Documents that are registered, in one contract. */
export interface RegisteredDocuments {
  /**
   * A registered document, read once for as long as the supergraph is served. Throws a
   * {@link Refusal} when it is not valid in this contract.
   */
  read(hash: string, text: string): ReadDocument;
  /** A document that may be registered some day; throws like `read`. */
  readOnce(hash: string, text: string): DocumentNode;
  /** The only operation of a document; throws a {@link Refusal} when nobody may run it. */
  examine(document: DocumentNode): PreparedOperation;
  /** What one operation may cost. */
  readonly mostCost: number;
}

/** Keeps every registered document: how many there are is ours to decide. */
export function createRegisteredDocuments(
  schema: GraphQLSchema,
  policy: OperationPolicy,
): RegisteredDocuments {
  const generous = { ...policy, limits: { ...policy.limits, tokens: mostTokens } };
  const kept = new Map<string, ReadDocument | Refusal>();
  return {
    read(hash, text) {
      const result = kept.get(hash) ?? readDocument(schema, generous, text);
      kept.set(hash, result);
      return unlessRefused(result);
    },
    readOnce: (hash, text) =>
      unlessRefused(kept.get(hash) ?? readDocument(schema, generous, text)).document,
    examine: (document) => prepareOperation(schema, policy, document, null),
    mostCost: policy.limits.cost,
  };
}

function unlessRefused(result: ReadDocument | Refusal): ReadDocument {
  if (result instanceof Refusal) throw result;
  return result;
}
