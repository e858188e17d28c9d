import type { Db } from 'mongodb';
import { createAvailabilityRepository } from './availability-repository.ts';
import { createFirstContactRepository } from './first-contact-repository.ts';
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
    reliability: createReliabilityRepository(db),
    reminders: createReminderRepository(db),
    people: createPersonRepository(db),
    firstContacts: createFirstContactRepository(db),
  };
}
