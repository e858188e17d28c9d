import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print, printSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { toLoadable } from '../gateway/src/supergraph.ts';
import { composeSupergraph } from '../schema/compose-supergraph.ts';
import { describeChanges } from '../schema/contract-changes.ts';
import { composeContract, contractFile, contractNames } from '../schema/contracts.ts';
import { judgeCommitted } from '../schema/judge-committed.ts';
import { operationsFor, readManifests } from '../schema/registered-operations.ts';
import { readSubgraphs, type SubgraphSource } from '../schema/subgraphs.ts';

const root = join(import.meta.dirname, '..');
const subgraphs = readSubgraphs(join(root, 'subgraphs'));
const manifests = readManifests(root);

/** The subgraphs with other text in one schema; each text must be there. */
function changed(subgraph: string, ...changes: readonly (readonly [string, string])[]) {
  return subgraphs.map((source): SubgraphSource => {
    if (source.name !== subgraph) return source;
    let sdl = print(source.typeDefs);
    for (const [from, to] of changes) {
      expect(sdl).toContain(from);
      sdl = sdl.replaceAll(from, to);
    }
    return { ...source, typeDefs: parse(sdl) };
  });
}

function contractsOf(sources: readonly SubgraphSource[]): ReadonlyMap<string, string> {
  const contracts = contractNames.map((name) => composeContract(name, sources));
  expect(contracts.flatMap(({ problems }) => problems)).toEqual([]);
  return new Map(
    contracts.flatMap(({ name, schema }): [string, string][] =>
      schema === null ? [] : [[contractFile(name), printSchema(schema)]],
    ),
  );
}

const judge = (sources: readonly SubgraphSource[]) =>
  judgeCommitted(root, contractsOf(sources), manifests);

const problemsOf = (sources: readonly SubgraphSource[]) =>
  judge(sources).flatMap(({ problems }) => problems);

describe('a change of a schema', () => {
  it('is safe while nothing that a registered operation uses has changed', () => {
    expect(
      judge(subgraphs).map(({ problems, record, recorded }) => [problems, record === recorded]),
    ).toEqual([
      [[], true],
      [[], true],
    ]);
  });

  it('that removes a field fails, naming the operations and their clients', () => {
    const removed = changed(
      'users',
      ['  bio: String @public @tag(name: "partner")\n', ''],
      [
        '"""\n  What the person says about themselves, as plain text. It is null for those who may not see it.\n  """\n',
        '',
      ],
    );
    expect(problemsOf(removed)).toEqual(['acme 1.0.0, Teacher: User.bio was removed.']);
  });

  it('that renames a field fails for apps and partners alike', () => {
    const renamed = changed('reviews', ['  score: Float!', '  rating: Float!']);
    expect(problemsOf(renamed)).toEqual([
      'skillswap-example 1.0.0, Home: Reputation.score was removed.',
      'acme 1.0.0, Teacher: Reputation.score was removed.',
      'acme 1.0.0, Teachers: Reputation.score was removed.',
    ]);
  });

  it('that gives a field another type fails although every document is still valid', () => {
    const retyped = changed('users', [
      '  displayName: String! @public',
      '  displayName: String @public',
    ]);
    const judged = judge(retyped);
    expect(judged.flatMap(({ invalid }) => invalid)).toEqual([]);
    expect(judged.flatMap(({ problems }) => problems)).toContain(
      'skillswap-example 1.0.0, LogIn: User.displayName changed type from String! to String.',
    );
  });

  it('that demands more of an input fails', () => {
    const demanding = changed('chat', [
      'input SendMessageInput {',
      'input SendMessageInput {\n  """\n  Why.\n  """\n  why: String!\n',
    ]);
    expect(problemsOf(demanding)).toEqual([
      'skillswap-example 1.0.0, SendMessage: A required field why on input type SendMessageInput was added.',
    ]);
  });

  it('that takes a field out of an audience’s contract fails for that audience', () => {
    const hidden = changed('users', [
      '  idVerified: Boolean! @public @tag(name: "partner")',
      '  idVerified: Boolean! @public',
    ]);
    expect(problemsOf(hidden)).toEqual([
      'acme 1.0.0, Teacher: User.idVerified was removed.',
      'acme 1.0.0, Teachers: User.idVerified was removed.',
    ]);
  });

  it('that deprecates a field with a replacement and a date passes', () => {
    const reason = 'Use `User.displayName`. Remove after 2999-12-31.';
    const deprecated = changed('users', [
      '  photoUrl: String @public',
      `  photoUrl: String @deprecated(reason: "${reason}") @public`,
    ]);
    const judged = judge(deprecated);
    expect(judged.flatMap(({ problems, overdue }) => [...problems, ...overdue])).toEqual([]);
  });

  it('that deprecates a field without a date does not compose', () => {
    const vague = changed('users', [
      '  photoUrl: String @public',
      '  photoUrl: String @deprecated(reason: "Old.") @public',
    ]);
    expect(composeSupergraph(vague).problems?.join()).toContain(
      'User.photoUrl: is deprecated without replacement or date',
    );
  });
});

describe('another subgraph', () => {
  const badges: SubgraphSource = {
    name: 'badges',
    url: 'http://127.0.0.1:4199/graphql',
    typeDefs: parse(`
      extend schema
        @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible", "@tag", "@composeDirective", "@listSize"])
        @link(url: "https://skillswap.example/access/v1.0", import: ["@public"])
        @composeDirective(name: "@public")
      directive @public on FIELD_DEFINITION | OBJECT | INTERFACE
      type Query {
        """
        Every badge there is.
        """
        badges: [Badge!]! @public @listSize(assumedSize: 10)
      }
      """
      What somebody has earned.
      """
      type Badge @key(fields: "id") {
        """
        The badge's id.
        """
        id: ID! @public
        """
        Who has it.
        """
        holders: [User] @public @listSize(assumedSize: 10)
      }
      type User @key(fields: "id") {
        id: ID!
        """
        What the person has earned.
        """
        badges: [Badge!] @public @listSize(assumedSize: 10)
      }
    `),
  };
  const compose = (sources: readonly SubgraphSource[]): ReadonlyMap<string, string> => {
    const { files, problems } = composeSupergraph(sources);
    if (files === undefined) throw new Error(problems.join('\n'));
    return files;
  };
  const before = compose(subgraphs);
  const after = compose([...subgraphs, badges]);

  function planner(files: ReadonlyMap<string, string>) {
    const supergraph = Supergraph.build(toLoadable(files.get('schema/supergraph.graphql') ?? ''));
    const planner = new QueryPlanner(supergraph);
    return (document: ReturnType<typeof parse>) =>
      planner.buildQueryPlan(operationFromDocument(supergraph.apiSchema(), document));
  }

  it('only adds to the contracts', () => {
    const changes = describeChanges(
      before.get(contractFile('mobile')) ?? '',
      after.get(contractFile('mobile')) ?? '',
    );
    expect(changes).toEqual([
      'new: Badge',
      'new: Badge.holders',
      'new: Badge.id',
      'new: Query.badges',
      'new: User.badges',
    ]);
    expect(after.get(contractFile('partner'))).toBe(before.get(contractFile('partner')));
  });

  it('leaves every registered operation its plan, and so its result', () => {
    const [planBefore, planAfter] = [planner(before), planner(after)];
    const operations = contractNames.flatMap((audience) => operationsFor(audience, manifests));
    expect(operations.length).toBeGreaterThan(20);
    for (const { document } of operations) {
      expect(planAfter(document)).toEqual(planBefore(document));
    }
    expect(problemsOf([...subgraphs, badges])).toEqual([]);
  });
});

it('the committed operations hold the journey of a member and the catalogue of a partner', () => {
  expect(readFileSync(join(root, 'schema/operations/mobile.graphql'), 'utf8')).toContain(
    'type Mutation',
  );
  expect(readFileSync(join(root, 'schema/operations/partner.graphql'), 'utf8')).not.toContain(
    'type Mutation',
  );
});
