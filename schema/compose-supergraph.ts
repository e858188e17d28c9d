import { composeServices } from '@apollo/composition';
import { printSchema } from 'graphql';
import { collectAccessRules } from './access-rules.ts';
import { lintAudience } from './audiences.ts';
import { composeContract, contractFile, contractNames } from './contracts.ts';
import { lintDeprecations } from './deprecations.ts';
import { lintDescriptions } from './descriptions.ts';
import { lintListSizes } from './list-sizes.ts';
import { lintOwnership } from './ownership.ts';
import type { SubgraphSource } from './subgraphs.ts';

/** What composition writes, or every reason why it cannot. */
export type Composition =
  | { readonly files: ReadonlyMap<string, string>; readonly problems?: never }
  | { readonly problems: readonly string[]; readonly files?: never };

/** Composes the subgraphs into the committed files of schema/, or names every problem. */
export function composeSupergraph(subgraphs: readonly SubgraphSource[]): Composition {
  const ownership = lintOwnership(subgraphs);
  const composed = composeServices([...subgraphs]);
  if (composed.errors !== undefined) {
    return { problems: [...composed.errors.map(({ message }) => message), ...ownership] };
  }
  const apiSchema = composed.schema.toAPISchema().toGraphQLJSSchema();
  const access = collectAccessRules(composed.supergraphSdl);
  const problems = [
    ...composed.hints
      .filter((hint) => hint.definition.level.name !== 'DEBUG')
      .map((hint) => `${hint.coordinate ?? hint.definition.code}: ${hint.message}`),
    ...ownership,
    ...access.problems,
    ...lintDescriptions(apiSchema),
    ...lintDeprecations(apiSchema),
    ...lintListSizes(apiSchema, composed.supergraphSdl),
  ];
  if (problems.length > 0) return { problems };
  const contracts = contractNames.map((name) => composeContract(name, subgraphs));
  const broken = contracts.flatMap(({ name, schema, problems: own }) =>
    schema === null ? own : lintAudience({ name, schema }, apiSchema, access.rules),
  );
  if (broken.length > 0) return { problems: broken };
  return {
    files: new Map([
      ['schema/supergraph.graphql', `${composed.supergraphSdl.trimEnd()}\n`],
      ['schema/api.graphql', `${printSchema(apiSchema)}\n`],
      ...contracts.flatMap(({ name, schema }): [string, string][] =>
        schema === null ? [] : [[contractFile(name), `${printSchema(schema)}\n`]],
      ),
      ['schema/authorization.json', `${JSON.stringify(access.rules, null, 2)}\n`],
    ]),
  };
}
