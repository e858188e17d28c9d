import {
  DirectiveLocation,
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
const executableLocations: ReadonlySet<string> = new Set([
  DirectiveLocation.QUERY,
  DirectiveLocation.MUTATION,
  DirectiveLocation.SUBSCRIPTION,
  DirectiveLocation.FIELD,
  DirectiveLocation.FRAGMENT_DEFINITION,
  DirectiveLocation.FRAGMENT_SPREAD,
  DirectiveLocation.INLINE_FRAGMENT,
  DirectiveLocation.VARIABLE_DEFINITION,
]);
const specUrl = /^https:\/\/specs\.apollo\.dev\/(?<name>[^/]+)\/v[\d.]+$/;

/**
 * The supergraph as `@apollo/gateway` loads it: without the access directives, which it refuses
 * and would not enforce. Throws when another feature that is declared `for: SECURITY` is left,
 * because nothing here would enforce that one. Directives that clients may write in operations
 * lose their `@link`: it would keep them out of the client schema.
 */
export function toLoadable(supergraphSdl: string): string {
  const document = parse(supergraphSdl);
  const loadable: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: document.definitions.filter((node) => !isAccessDefinition(node)),
  };
  const forClients = executableDirectives(loadable);
  const stripped = visit(loadable, {
    Directive: (node) =>
      accessSpecs.includes(node.name.value) ||
      accessSpecs.includes(linkedSpec(node)) ||
      importedBy(node).some((name) => forClients.has(name))
        ? null
        : undefined,
  });
  assertEnforceable(stripped);
  return print(stripped);
}

function executableDirectives(document: DocumentNode): ReadonlySet<string> {
  return new Set(
    document.definitions
      .filter((node) => node.kind === Kind.DIRECTIVE_DEFINITION)
      .filter(({ locations }) => locations.some(({ value }) => executableLocations.has(value)))
      .map(({ name }) => `@${name.value}`),
  );
}

/**
 * The directives that a `@link` brings in, under the names that the supergraph gives them; none
 * for a link that says what must be understood to serve the supergraph.
 */
function importedBy(node: DirectiveNode): readonly string[] {
  const argument = (wanted: string) => node.arguments?.find(({ name }) => name.value === wanted);
  if (node.name.value !== 'link' || argument('for') !== undefined) return [];
  const imports = argument('import')?.value;
  if (imports?.kind !== Kind.LIST) return [];
  return imports.values.flatMap((item) => {
    if (item.kind === Kind.STRING) return [item.value];
    if (item.kind !== Kind.OBJECT) return [];
    const named = (wanted: string) => item.fields.find(({ name }) => name.value === wanted)?.value;
    const name = named('as') ?? named('name');
    return name?.kind === Kind.STRING ? [name.value] : [];
  });
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
