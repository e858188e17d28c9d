import { z } from 'zod';
import type { Member, Viewer } from '@skillswap/kit/viewer';
import type { SkillsWorld } from './skills-fixture.ts';

const skillFields = `id label type level languages modes createdAt confirmedAt hiddenSince endorsements user { id } tag { slug }`;
const matchFields = `id score status snoozedUntil user { id } reasons { code text }
  teachesViewer { id label } learnsFromViewer { id label }`;
const pageInfo = `pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

const addSkillMutation = `mutation ($input: AddSkillInput!) {
  addSkill(input: $input) { skill { ${skillFields} } userErrors { code message path } }
}`;
const matchesQuery = `query ($people: [_Any!]!, $first: Int!, $after: String) {
  _entities(representations: $people) { ... on User {
    matches(first: $first, after: $after) { edges { cursor node { ${matchFields} } } ${pageInfo} }
  } }
}`;
const skillsQuery = `query ($people: [_Any!]!, $type: SkillType, $first: Int!, $after: String) {
  _entities(representations: $people) { ... on User {
    skills(type: $type, first: $first, after: $after) { edges { cursor node { ${skillFields} } } ${pageInfo} }
  } }
}`;
const searchQuery = `query ($text: String, $filter: SkillFilter, $first: Int!, $after: String) {
  searchSkills(text: $text, filter: $filter, first: $first, after: $after) {
    edges { cursor node { ${skillFields} } } ${pageInfo}
  }
}`;
const matchMutation = (name: string) => `mutation ($matchId: ID!) {
  ${name}(input: { matchId: $matchId }) { match { ${matchFields} } userErrors { code path } }
}`;

const reference = z.object({ id: z.string() });
const skill = z.object({
  id: z.string(),
  label: z.string(),
  type: z.string(),
  level: z.string(),
  languages: z.array(z.string()),
  modes: z.array(z.string()),
  createdAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime(),
  hiddenSince: z.iso.datetime().nullable(),
  endorsements: z.number(),
  user: reference.nullable(),
  tag: z.object({ slug: z.string() }).nullable(),
});
const match = z.object({
  id: z.string(),
  score: z.number(),
  status: z.string(),
  snoozedUntil: z.iso.datetime().nullable(),
  user: reference.nullable(),
  reasons: z.array(z.object({ code: z.string(), text: z.string() })),
  teachesViewer: z.array(z.object({ id: z.string(), label: z.string() })),
  learnsFromViewer: z.array(z.object({ id: z.string(), label: z.string() })),
});
const skillTag = z.object({
  slug: z.string(),
  aliases: z.array(z.string()),
  en: z.string(),
  fr: z.string(),
});
const userErrors = z.array(z.object({ code: z.string(), path: z.array(z.string()) }));
const connectionOf = <Node extends z.ZodType>(node: Node) =>
  z.object({
    edges: z.array(z.object({ cursor: z.string(), node })),
    pageInfo: z.object({
      hasNextPage: z.boolean(),
      hasPreviousPage: z.boolean(),
      startCursor: z.string().nullable(),
      endCursor: z.string().nullable(),
    }),
  });

/** A skill as clients read it. */
export type SkillAnswer = z.infer<typeof skill>;
/** A match as clients read it. */
export type MatchAnswer = z.infer<typeof match>;

const person = (userId: string) => [{ __typename: 'User', id: userId }];

/** What people do with skills, as verbs. Each fails when the answer has another shape. */
export function createOperations(world: SkillsWorld) {
  const run = async <Data>(
    viewer: Viewer,
    data: z.ZodType<Data>,
    query: string,
    variables: object,
  ) => {
    const answer = await world.as(viewer).execute(query, variables);
    if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
    return data.parse(answer.data);
  };
  const addSkill = async (viewer: Viewer, input: object) => {
    const payload = z.object({ addSkill: z.object({ skill: skill.nullable(), userErrors }) });
    const defaults = { type: 'TEACH', level: 'INTERMEDIATE', languages: ['en'], modes: ['REMOTE'] };
    const variables = { input: { ...defaults, ...input } };
    return (await run(viewer, payload, addSkillMutation, variables)).addSkill;
  };
  const offer =
    (type: string) =>
    async (viewer: Viewer, label: string, over: object = {}) => {
      const { skill: added, userErrors: errors } = await addSkill(viewer, { type, label, ...over });
      if (added === null) throw new Error(`not added: ${JSON.stringify(errors)}`);
      return added;
    };
  const skillPayload = z.object({ skill: skill.nullable(), userErrors });
  const matchPayload = z.object({ match: match.nullable(), userErrors });
  const skillsOf = async (viewer: Viewer, userId: string, args: object = {}) => {
    const data = z.object({
      _entities: z.tuple([z.object({ skills: connectionOf(skill).nullable() })]),
    });
    const variables = { people: person(userId), first: 100, ...args };
    return (await run(viewer, data, skillsQuery, variables))._entities[0].skills;
  };
  const matchPage = async (viewer: Member, args: object = {}) => {
    const data = z.object({ _entities: z.tuple([z.object({ matches: connectionOf(match) })]) });
    const variables = { people: person(viewer.id), first: 100, ...args };
    return (await run(viewer, data, matchesQuery, variables))._entities[0].matches;
  };
  const tagMutation = async (viewer: Viewer, name: string, input: object) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const mutation = `mutation ($input: ${type}!) {
      ${name}(input: $input) {
        skillTag { slug aliases en: label(language: "en") fr: label(language: "fr") }
        userErrors { code path }
      }
    }`;
    const data = z.record(z.string(), z.object({ skillTag: skillTag.nullable(), userErrors }));
    return (await run(viewer, data, mutation, { input }))[name];
  };
  return {
    createSkillTag: (viewer: Viewer, input: object) => tagMutation(viewer, 'createSkillTag', input),
    updateSkillTag: (viewer: Viewer, input: object) => tagMutation(viewer, 'updateSkillTag', input),
    mergeSkillTags: (viewer: Viewer, fromSlug: string, intoSlug: string) =>
      tagMutation(viewer, 'mergeSkillTags', { fromSlug, intoSlug }),
    addSkill,
    teaches: offer('TEACH'),
    learns: offer('LEARN'),
    skillsOf,
    matchPage,
    /** All matches on the first page. */
    matchesOf: async (viewer: Member) => (await matchPage(viewer)).edges.map(({ node }) => node),
    async updateSkill(viewer: Viewer, input: object) {
      const mutation = `mutation ($input: UpdateSkillInput!) {
        updateSkill(input: $input) { skill { ${skillFields} } userErrors { code path } }
      }`;
      const data = z.object({ updateSkill: skillPayload });
      return (await run(viewer, data, mutation, { input })).updateSkill;
    },
    async confirmSkill(viewer: Viewer, skillId: string) {
      const mutation = `mutation ($skillId: ID!) {
        confirmSkill(input: { skillId: $skillId }) { skill { ${skillFields} } userErrors { code path } }
      }`;
      const data = z.object({ confirmSkill: skillPayload });
      return (await run(viewer, data, mutation, { skillId })).confirmSkill;
    },
    async removeSkill(viewer: Viewer, skillId: string) {
      const data = z.object({
        removeSkill: z.object({ removedSkillId: z.string().nullable(), userErrors }),
      });
      const mutation = `mutation ($skillId: ID!) {
        removeSkill(input: { skillId: $skillId }) { removedSkillId userErrors { code path } }
      }`;
      return (await run(viewer, data, mutation, { skillId })).removeSkill;
    },
    async search(viewer: Viewer, args: object) {
      const data = z.object({ searchSkills: connectionOf(skill) });
      return (await run(viewer, data, searchQuery, { first: 100, ...args })).searchSkills;
    },
    async expressInterest(viewer: Viewer, matchId: string) {
      const data = z.object({ expressInterest: matchPayload });
      return (await run(viewer, data, matchMutation('expressInterest'), { matchId }))
        .expressInterest;
    },
    async passOnMatch(viewer: Viewer, matchId: string) {
      const data = z.object({ passOnMatch: matchPayload });
      return (await run(viewer, data, matchMutation('passOnMatch'), { matchId })).passOnMatch;
    },
    async snoozeMatch(viewer: Viewer, matchId: string, until: Date) {
      const mutation = `mutation ($input: SnoozeMatchInput!) {
        snoozeMatch(input: $input) { match { ${matchFields} } userErrors { code path } }
      }`;
      const data = z.object({ snoozeMatch: matchPayload });
      return (await run(viewer, data, mutation, { input: { matchId, until } })).snoozeMatch;
    },
    async setPaused(viewer: Viewer, paused: boolean) {
      const name = paused ? 'pauseMatching' : 'resumeMatching';
      const data = z.record(
        z.string(),
        z.object({ user: z.object({ matchingPaused: z.boolean() }) }),
      );
      const answer = await run(
        viewer,
        data,
        `mutation { ${name} { user { id matchingPaused } } }`,
        {},
      );
      return answer[name]?.user.matchingPaused;
    },
    /** An entity by reference, null when the viewer sees none. */
    async resolve(viewer: Viewer, typename: 'Skill' | 'Match', id: string) {
      const fields = typename === 'Skill' ? skillFields : matchFields;
      const data = z.object({ _entities: z.tuple([z.unknown()]) });
      const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${typename} { ${fields} } } }`;
      return (await run(viewer, data, query, { r: [{ __typename: typename, id }] }))._entities[0];
    },
  };
}
