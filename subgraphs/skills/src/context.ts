import DataLoader from 'dataloader';
import { byKey, groupByKey } from '@skillswap/kit/by-key';
import type { OperationRequest, RequestContext } from '@skillswap/kit/server';
import type { AddSkillStores } from './add-skill.ts';
import type { ManageTagStores } from './manage-tags.ts';
import type { BlockRepository, Blocks } from './block-repository.ts';
import type { ConfirmSkillStores } from './confirm-skill.ts';
import { findMatches, type MatchSources, type MatchViewer } from './find-matches.ts';
import type { LearningPlan } from './learning-plan.ts';
import type { Match } from './match.ts';
import type { Person } from './person.ts';
import type { Skill } from './skill.ts';
import type { SkillSearchRepository } from './skill-search-repository.ts';
import type { SkillTag } from './skill-tag.ts';
import type { LearningPlanStores } from './write-learning-plan.ts';

/** The stores and limits that operations work with. */
export interface Stores
  extends MatchSources, AddSkillStores, ConfirmSkillStores, ManageTagStores, LearningPlanStores {
  readonly blocks: BlockRepository;
  readonly search: SkillSearchRepository;
}

/** What resolvers of one operation work with. */
export interface Context extends RequestContext {
  readonly stores: Stores;
  readonly acceptLanguage: string | null;
  /** The id of the person who asks; null when it is not a person. */
  readonly viewerId: string | null;
  /** Who keeps away from the viewer, read once. */
  readonly blocks: () => Promise<Blocks>;
  readonly personById: DataLoader<string, Person | null>;
  /** The viewer as matching needs it; null when it is not a person. */
  readonly matchViewer: MatchViewer | null;
  /** Skills that the viewer may see. */
  readonly skillById: DataLoader<string, Skill | null>;
  /** All skills of a person, newest first; whether the viewer may see them is another question. */
  readonly skillsByOwner: DataLoader<string, Skill[]>;
  readonly tagBySlug: DataLoader<string, SkillTag | null>;
  /** The viewer's own matches. */
  readonly matchById: DataLoader<string, Match | null>;
  /** The viewer's own plans; with whoever has blocked the viewer there are none. */
  readonly learningPlanById: DataLoader<string, LearningPlan | null>;
}

const noBlocks: Blocks = { blockers: new Set(), either: new Set() };

/** Makes contexts; each has loaders of its own. */
export function createContextFactory(stores: Stores): (request: OperationRequest) => Context {
  return ({ viewer, requestId, log, acceptLanguage }) => {
    const viewerId = viewer.kind === 'member' ? viewer.id : null;
    const blocks = once(() =>
      viewerId === null ? Promise.resolve(noBlocks) : stores.blocks.findAround(viewerId),
    );
    const personById = new DataLoader<string, Person | null>(async (ids) =>
      byKey(ids, await stores.people.findByIds(ids), ({ id }) => id),
    );
    const matchViewer = (id: string): MatchViewer => ({
      id,
      person: () => personById.load(id),
      blocks,
    });
    return {
      viewer,
      requestId,
      log,
      stores,
      acceptLanguage,
      viewerId,
      blocks,
      personById,
      matchViewer: viewerId === null ? null : matchViewer(viewerId),
      skillById: new DataLoader(async (ids) => {
        const found = await stores.skills.findVisibleByIds(ids, viewerId);
        const { blockers } = await blocks();
        return byKey(
          ids,
          found.filter(({ userId }) => !blockers.has(userId)),
          ({ id }) => id,
        );
      }),
      skillsByOwner: new DataLoader(async (userIds) =>
        groupByKey(userIds, await stores.skills.findByOwners(userIds), ({ userId }) => userId),
      ),
      tagBySlug: new DataLoader(async (slugs) =>
        findBySlug(slugs, await stores.tags.findBySlugs(slugs)),
      ),
      matchById: new DataLoader(async (ids) =>
        viewerId === null
          ? ids.map(() => null)
          : byKey(ids, await findMatches(stores, matchViewer(viewerId), ids), ({ id }) => id),
      ),
      learningPlanById: new DataLoader(async (ids) => {
        if (viewerId === null) return ids.map(() => null);
        const [plans, { blockers }] = await Promise.all([
          stores.learningPlans.findOwnByIds(ids, viewerId),
          blocks(),
        ]);
        const visible = plans.filter(
          ({ mentorId, learnerId }) => !blockers.has(mentorId) && !blockers.has(learnerId),
        );
        return byKey(ids, visible, ({ id }) => id);
      }),
    };
  };
}

/** For each slug, present or former, its tag. */
function findBySlug(slugs: readonly string[], tags: readonly SkillTag[]): (SkillTag | null)[] {
  const bySlug = new Map(
    tags.flatMap((tag) => [tag.slug, ...tag.formerSlugs].map((slug) => [slug, tag] as const)),
  );
  return slugs.map((slug) => bySlug.get(slug) ?? null);
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | null = null;
  return () => (value ??= read());
}
