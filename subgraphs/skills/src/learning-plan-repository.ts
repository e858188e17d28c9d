import type { ClientSession, Db, Filter } from 'mongodb';
import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import { duplicateKeyIndex, openCollection } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import type { LearningPlan, LearningPlanStatus } from './learning-plan.ts';
import type { NewestKeyset } from './skill-search-repository.ts';

interface LearningPlanDocument extends Omit<LearningPlan, 'id'> {
  _id: string;
  /** Proposed or active: one of each pair at a time. */
  open: boolean;
  /** Both people, for their lists. */
  people: [mentor: string, learner: string];
  /** The learner was written to. */
  told?: boolean;
}

type StoredPlan = Omit<LearningPlanDocument, 'open' | 'people' | 'told'>;

const projection = { open: 0, people: 0, told: 0 } as const;

/** Which plan, as its reader knows it, and in which of these states. */
export interface KnownPlan {
  readonly id: string;
  readonly version: number;
  readonly statuses: readonly LearningPlanStatus[];
}

/** Learning plans. */
export type LearningPlanRepository = ReturnType<typeof createLearningPlanRepository>;

/** Opens the learning plans in the store. */
export function createLearningPlanRepository(db: Db) {
  const plans = openCollection<LearningPlanDocument>(
    db,
    'learningPlans',
    collections.learningPlans,
  );
  return {
    /** Refuses by {@link isSecondPlan}, which ends the transaction. */
    async insert(session: ClientSession, plan: LearningPlan): Promise<void> {
      await plans.insertOne(toDocument(plan), { session });
    },

    /** The plan if it still waits for an answer. */
    async findProposed(id: string): Promise<LearningPlan | null> {
      const plan = await plans.findOne<StoredPlan>({ _id: id, status: 'PROPOSED' }, { projection });
      return plan && toPlan(plan);
    },

    /** Says whether its learner was told of the plan; false when that was said before. */
    async markTold(id: string, told: boolean): Promise<boolean> {
      const { modifiedCount } = await plans.updateOne(
        { _id: id, told: told ? { $ne: true } : true },
        { $set: { told } },
      );
      return modifiedCount === 1;
    },

    /** This person's own among these. */
    async findOwnByIds(ids: readonly string[], userId: string): Promise<LearningPlan[]> {
      const own = { _id: { $in: [...ids] }, people: userId };
      return (await plans.find<StoredPlan>(own, { projection }).toArray()).map(toPlan);
    },

    /** A person's plans with others than these, the newest first. */
    async list(
      userId: string,
      without: readonly string[],
      { limit, after }: PageRequest<NewestKeyset>,
    ): Promise<Page<LearningPlan>> {
      const own: Filter<LearningPlanDocument> = {
        people: { $eq: userId, $nin: [...without] },
        ...(after !== null && {
          $or: [
            { createdAt: { $lt: after.createdAt } },
            { createdAt: after.createdAt, _id: { $lt: after.id } },
          ],
        }),
      };
      const rows = await plans
        .find<StoredPlan>(own, { projection })
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit + 1)
        .toArray();
      return toPage(rows.map(toPlan), limit);
    },

    /** Writes what is new of a plan; null when it is not as it was known. */
    async change(
      { id, version, statuses }: KnownPlan,
      changes: Partial<Pick<LearningPlan, 'title' | 'note' | 'steps' | 'status'>>,
      changedAt: Date,
    ): Promise<LearningPlan | null> {
      const { status, steps, ...texts } = changes;
      const isOver = status === 'DECLINED' || status === 'ENDED';
      const document = await plans.findOneAndUpdate(
        { _id: id, version, status: { $in: [...statuses] } },
        {
          $set: {
            ...texts,
            ...(status !== undefined && { status }),
            ...(steps !== undefined && { steps: [...steps] }),
            ...(isOver && { open: false }),
            changedAt,
          },
          $inc: { version: 1 },
        },
        { returnDocument: 'after', projection },
      );
      return document && toPlan(document);
    },
  };
}

/** True when the store refused a plan because the two have an open one already. */
export function isSecondPlan(error: unknown): boolean {
  return duplicateKeyIndex(error) === 'one_open_plan_per_pair';
}

function toDocument({ id, ...plan }: LearningPlan): LearningPlanDocument {
  return { _id: id, ...plan, open: true, people: [plan.mentorId, plan.learnerId] };
}

function toPlan({ _id, ...plan }: StoredPlan): LearningPlan {
  return { id: _id, ...plan };
}
