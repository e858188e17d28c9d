import type { MongoDueWork } from '@skillswap/kit/due-work';
import type { Transact } from '@skillswap/kit/mongo';
import type { People } from './people.ts';
import type { Skills } from './skills.ts';
import type { Stores } from './stores.ts';
import type { InTurn } from './turns.ts';

/** What it takes to make and change sessions. */
export interface Booking {
  readonly stores: Stores;
  readonly transact: Transact;
  readonly dueWork: MongoDueWork;
  readonly people: People;
  readonly skills: Skills;
  readonly inTurn: InTurn;
  readonly now: () => Date;
  /** Tells these people's subscriptions to look again. Never fails: they look by themselves too. */
  readonly wake: (userIds: readonly string[]) => void;
}
