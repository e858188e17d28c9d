import { z } from 'zod';
import type { EventHandlers } from '@skillswap/kit/inbox';
import type { MongoTransaction } from '@skillswap/kit/mongo';
import type { DomainEvent } from '@skillswap/kit/outbox';
import type { BlockRepository } from './block-repository.ts';
import type { EndorsementRepository } from './endorsement-repository.ts';
import type { FinishedSessionRepository } from './finished-session-repository.ts';
import type { PersonFacets, PersonRepository } from './person-repository.ts';
import { personStates } from './person.ts';
import type { SkillRepository } from './skill-repository.ts';
import { toWeeklyAvailability, weekdays } from './weekly-overlap.ts';

/** The subgraphs whose events are listened to. */
export const producers = ['users', 'sessions', 'reviews', 'payments'] as const;

const version = z.number();
const userId = z.string();
const profile = z.object({
  userId,
  version: version.default(0),
  languages: z.array(z.string()),
  preferredLanguage: z.string().nullish(),
});
const located = z.object({
  userId,
  version,
  cell: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
});
const state = z.object({ userId, version, state: z.enum(personStates) });
const block = z.object({ blockerId: userId, blockedId: userId });
const availability = z.object({
  userId,
  version,
  timeZone: z.string(),
  weekly: z.array(z.object({ day: z.enum(weekdays), start: z.string(), end: z.string() })),
});
const reputation = z.object({ userId, version, score: z.number(), count: z.number() });
const entitlements = z.object({ userId, version, entitlements: z.array(z.string()) });

const finished = z.object({
  sessionId: z.string(),
  skillId: z.string().nullable(),
  teacherId: userId,
  learnerId: userId,
});

/** What the handlers write to. */
export interface Projections {
  readonly people: PersonRepository;
  readonly blocks: BlockRepository;
  readonly skills: SkillRepository;
  readonly endorsements: EndorsementRepository;
  readonly finishedSessions: FinishedSessionRepository;
}

/** Keeps what matching knows of people up to date. Each handler may run twice and in any order. */
export function createEventHandlers(projections: Projections): EventHandlers<MongoTransaction> {
  const tell = createTell(projections);
  const tellBlock =
    (active: boolean) =>
    async ({ session }: MongoTransaction, event: DomainEvent) => {
      // An event has no version here. Its id ascends in real time; the product's clock can go back.
      await projections.blocks.tell(session, block.parse(event.payload), active, event.id);
    };
  const tellProfile = async (tx: MongoTransaction, { payload }: DomainEvent) => {
    const told = profile.parse(payload);
    const { languages, preferredLanguage = null } = told;
    await tell(tx, told, 'profile', { languages, preferredLanguage });
  };
  return {
    async 'user.registered'(tx, event) {
      await tellProfile(tx, event);
      const registered = { ...profile.parse(event.payload), version: 0 };
      await tell(tx, registered, 'state', { value: 'ACTIVE' });
    },
    'user.profileChanged': tellProfile,
    async 'user.locationChanged'(tx, { payload }) {
      const told = located.parse(payload);
      await tell(tx, told, 'location', { cell: told.cell });
    },
    async 'user.stateChanged'(tx, { payload }) {
      const told = state.parse(payload);
      await tell(tx, told, 'state', { value: told.state });
    },
    'user.blocked': tellBlock(true),
    'user.unblocked': tellBlock(false),
    async 'availability.changed'(tx, { payload }) {
      const { timeZone, weekly, ...told } = availability.parse(payload);
      await tell(tx, told, 'availability', toWeeklyAvailability(timeZone, weekly));
    },
    async 'session.done'({ session }, { payload }) {
      const { sessionId, skillId, teacherId, learnerId } = finished.parse(payload);
      await projections.finishedSessions.tell(session, sessionId, [teacherId, learnerId]);
      if (skillId === null) return;
      if (!(await projections.endorsements.take(session, sessionId, skillId))) return;
      await projections.skills.endorse(session, skillId, [teacherId, learnerId], 1);
    },
    async 'entitlements.changed'(tx, { payload }) {
      const { entitlements: names, ...told } = entitlements.parse(payload);
      await tell(tx, told, 'entitlements', { names });
    },
    async 'reputation.changed'(tx, { payload }) {
      const { score, count, ...told } = reputation.parse(payload);
      await tell(tx, told, 'reputation', { score, count });
    },
  };
}

/** Tells one facet, and what a search must know of it to the person's skills. */
function createTell({ people, skills }: Projections) {
  return async <Facet extends keyof PersonFacets>(
    { session }: MongoTransaction,
    told: { readonly userId: string; readonly version: number },
    facet: Facet,
    value: PersonFacets[Facet],
  ): Promise<void> => {
    const person = await people.tell(session, told.userId, facet, told.version, value);
    if (facet !== 'state' && facet !== 'location') return;
    await skills.describeOwner(session, person);
  };
}
