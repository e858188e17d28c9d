import { getVariableValues, type DocumentNode, type GraphQLSchema } from 'graphql';
import { hasScope, type Viewer } from '@skillswap/kit/viewer';
import { deny } from './authorization.ts';
import { tooExpensive } from './cost/too-expensive.ts';
import type { Admitted } from './engine.ts';
import { getOwn, setOwn, type JsonObject } from './execution/json.ts';
import { checkVariables } from './limits.ts';
import { prepareOperation, type OperationPolicy, type PreparedOperation } from './operation.ts';
import { checkPages } from './page-arguments.ts';
import { Refusal, refuse } from './refusal.ts';

/** What a client asks for, besides the document. */
export interface OperationRequest {
  readonly operationName: string | null;
  readonly variables: JsonObject;
}

/** What admission decides by. */
export interface AdmissionPolicy extends OperationPolicy {
  /** Who may read the schema itself. */
  readonly introspection: 'everyone' | 'admins';
}

/**
 * Decides, before anything is planned, whether and how far an operation runs for a viewer. HTTP
 * and sockets pass through this one function. Throws a {@link Refusal}.
 */
export type Admit = (document: DocumentNode, request: OperationRequest, viewer: Viewer) => Admitted;

/** What is known of operations before anybody runs them, and who may run them. */
export interface Admission {
  /** The operation as {@link Admit} runs it; throws a {@link Refusal} when nobody may run it. */
  readonly prepare: (document: DocumentNode, operationName: string | null) => PreparedOperation;
  readonly admit: Admit;
}

/** Prepared operations are kept as long as their documents. */
export function createAdmission(schema: GraphQLSchema, policy: AdmissionPolicy): Admission {
  const prepared = new WeakMap<DocumentNode, Map<string | null, PreparedOperation | Refusal>>();

  const prepare = (document: DocumentNode, name: string | null): PreparedOperation => {
    const known = prepared.get(document) ?? new Map<string | null, PreparedOperation | Refusal>();
    prepared.set(document, known);
    const result =
      known.get(name) ?? attempt(() => prepareOperation(schema, policy, document, name));
    // Unknown names are the client's to choose, so they are not kept.
    if (!(result instanceof Refusal)) known.set(name, result);
    if (result instanceof Refusal) throw result;
    return result;
  };

  const admit: Admit = (document, { operationName, variables }, viewer) => {
    const operation = prepare(document, operationName);
    checkVariables(variables, policy.limits);
    const complete = withDefaults(schema, operation, variables);
    checkPages(operation.pages, complete);
    if (operation.introspection !== null && policy.introspection === 'admins') {
      if (!hasScope(viewer, 'admin')) throw refuseIntrospection();
    }
    const cost = operation.price(complete);
    if (cost > policy.limits.cost) throw tooExpensive(cost, policy.limits.cost);
    const { key, denied } = deny(operation.guards, viewer);
    return { operation, variables: complete, denialKey: key, denied, cost };
  };
  return { prepare, admit };
}

function attempt(prepare: () => PreparedOperation): PreparedOperation | Refusal {
  try {
    return prepare();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const noVariables: JsonObject = Object.freeze({});

function withDefaults(
  schema: GraphQLSchema,
  { node }: PreparedOperation,
  variables: JsonObject,
): JsonObject {
  const definitions = node.variableDefinitions ?? [];
  if (definitions.length === 0) return noVariables;
  const { coerced, errors } = getVariableValues(schema, definitions, variables, {
    maxErrors: 5,
    hideSuggestions: true,
  });
  if (errors !== undefined) {
    const extensions = { code: 'BAD_USER_INPUT' };
    throw new Refusal(
      400,
      errors.slice(0, 5).map(({ message }) => ({ message, extensions })),
      { isRequestError: true },
    );
  }
  const complete: JsonObject = {};
  for (const { variable } of definitions) {
    const name = variable.name.value;
    const value = getOwn(variables, name) ?? getOwn(coerced, name);
    if (value !== undefined) setOwn(complete, name, value);
  }
  return complete;
}

function refuseIntrospection(): Refusal {
  return refuse(400, 'GRAPHQL_VALIDATION_FAILED', 'The schema cannot be read here.');
}
