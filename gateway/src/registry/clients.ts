import type { KnownPartner, Registry } from './registry.ts';

/** What the entrances know of partners and of the operations that clients have registered. */
export interface Clients {
  /** Null while it is not known. */
  registry(): Registry | null;
  /** An operation was asked for, or a key was used. */
  count(id: string): void;
  /** Counts a partner's request; throws a refusal when there were too many. */
  admit(partner: KnownPartner): Promise<void>;
}

/** Nobody has a key and nothing is registered. */
export const noClients: Clients = {
  registry: () => nothing,
  count: () => undefined,
  admit: () => Promise.resolve(),
};

const nothing: Registry = {
  version: 0,
  keys: new Map(),
  operationsOfPartner: new Map(),
  operationsOfApps: new Map(),
  operations: [],
};
