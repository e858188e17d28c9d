import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
} from 'graphql';

/** The key under which merged data holds what a client's field asks for. */
export type DataNameOf = (field: FieldNode) => string;

const clientPrefix = '_as_';
const ownName = /^_as_|^_for\d+_/;

/** What the gateway calls a field with the arguments with which a `@requires` asks for it. */
export function requiredName(index: number, field: string): string {
  return `_for${String(index)}_${field}`;
}

/**
 * Clients name fields as they like, also like a field that joins need, or like what every object
 * inherits (`constructor`, `__proto__`). Such a name is moved aside, and so is one that looks like a
 * name that the gateway gives. So merged data may be read and written like any object.
 */
export function createDataNames(supergraph: DocumentNode): DataNameOf {
  const fields = new Set(['__typename']);
  visit(supergraph, { FieldDefinition: ({ name }) => void fields.add(name.value) });
  return ({ alias, name }) => {
    const given = (alias ?? name).value;
    const isMisleading = (given !== name.value && fields.has(given)) || given in Object.prototype;
    return isMisleading || ownName.test(given) ? `${clientPrefix}${given}` : given;
  };
}

/** Fetches of entities have variables of this name, or of names that begin like it. */
const ownVariables = 'representations';

function variableName(given: string): string {
  return given.startsWith(ownVariables) || ownName.test(given) ? `${clientPrefix}${given}` : given;
}

/** The client's name for a key of merged data, or for a variable of a fetch. */
export function clientName<Key extends string | number>(key: Key): Key | string {
  return typeof key === 'string' ? key.replace(ownName, '') : key;
}

/** The operation under names that only it has: of fields as data holds them, and of variables. */
export function withDataNames(
  operation: OperationDefinitionNode,
  dataNameOf: DataNameOf,
): OperationDefinitionNode {
  return visit(operation, {
    Field(node) {
      const value = dataNameOf(node);
      if (value === (node.alias ?? node.name).value) return undefined;
      return { ...node, alias: { kind: Kind.NAME, value } };
    },
    Variable(node) {
      const value = variableName(node.name.value);
      return value === node.name.value ? undefined : { ...node, name: { ...node.name, value } };
    },
  });
}
