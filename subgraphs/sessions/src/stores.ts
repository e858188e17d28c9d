import type { Db } from 'mongodb';
import { createAvailabilityRepository } from './availability-repository.ts';
import { createCalendarFeedRepository } from './calendar-feed-repository.ts';
import { collections } from './collections.ts';
import { createDailyCounter } from './daily-counter.ts';
import { createPersonRepository } from './person-repository.ts';
import { createReliabilityRepository } from './reliability-repository.ts';
import { createReminderRepository } from './reminder-repository.ts';
import { createSessionRepository } from './session-repository.ts';
import { createSessionUpdateRepository } from './session-update-repository.ts';
import { createSlotClaimRepository } from './slot-claim-repository.ts';

/** Everything that this subgraph stores. */
export type Stores = ReturnType<typeof createStores>;

/** The repositories over one database. */
export function createStores(db: Db) {
  return {
    sessions: createSessionRepository(db),
    claims: createSlotClaimRepository(db),
    updates: createSessionUpdateRepository(db),
    availability: createAvailabilityRepository(db),
    calendarFeeds: createCalendarFeedRepository(db),
    reliability: createReliabilityRepository(db),
    reminders: createReminderRepository(db),
    people: createPersonRepository(db),
    firstContacts: createDailyCounter(db, 'firstContacts', collections.firstContacts),
    holdsMade: createDailyCounter(db, 'holdsMade', collections.holdsMade),
  };
}
