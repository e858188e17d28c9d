import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
} from 'graphql';

const accessSpecs = ['authenticated', 'requiresScopes', 'policy'];
const specUrl = /^https:\/\/specs\.apollo\.dev\/(?<name>[^/]+)\/v[\d.]+$/;

/**
 * The supergraph as `@apollo/gateway` loads it: without the access directives, which it refuses
 * and would not enforce. Throws when another feature that is declared `for: SECURITY` is left,
 * because nothing here would enforce that one.
 */
export function toLoadable(supergraphSdl: string): string {
  const document = parse(supergraphSdl);
  const loadable: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: document.definitions.filter((node) => !isAccessDefinition(node)),
  };
  const stripped = visit(loadable, {
    Directive: (node) =>
      accessSpecs.includes(node.name.value) || accessSpecs.includes(linkedSpec(node))
        ? null
        : undefined,
  });
  assertEnforceable(stripped);
  return print(stripped);
}

/** The access specifications that the supergraph links. */
export function linkedAccessSpecs(supergraphSdl: string): readonly string[] {
  return parse(supergraphSdl).definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.directives ?? []).map(linkedSpec).filter((spec) => accessSpecs.includes(spec))
      : [],
  );
}

function isAccessDefinition(node: DefinitionNode): boolean {
  if (node.kind === Kind.DIRECTIVE_DEFINITION) return accessSpecs.includes(node.name.value);
  return (
    node.kind === Kind.SCALAR_TYPE_DEFINITION &&
    accessSpecs.some((spec) => node.name.value.startsWith(`${spec}__`))
  );
}

function assertEnforceable(document: DocumentNode): void {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) {
      continue;
    }
    for (const directive of definition.directives ?? []) {
      const purpose = directive.arguments?.find(({ name }) => name.value === 'for')?.value;
      // `@inaccessible` is enforced by building the client schema without what it marks.
      if (purpose?.kind === Kind.ENUM && purpose.value === 'SECURITY') {
        if (linkedSpec(directive) === 'inaccessible') continue;
        throw new Error(
          `the supergraph links a security feature that nothing enforces: ${print(directive)}`,
        );
      }
    }
  }
}

/** The specification's name that a `@link` refers to, or the empty text. */
function linkedSpec(node: ConstDirectiveNode | DirectiveNode): string {
  if (node.name.value !== 'link') return '';
  const url = node.arguments?.find(({ name }) => name.value === 'url')?.value;
  return (url?.kind === Kind.STRING ? specUrl.exec(url.value)?.groups?.['name'] : undefined) ?? '';
}
