import type { PartnerKeyResolvers } from '../generated/resolvers.ts';
import { stateOfKey } from '../partner-key.ts';

export const PartnerKey: PartnerKeyResolvers = {
  state: (key, _arguments, { dependencies }) => stateOfKey(key, dependencies.clock.now()),
  lastUsedAt: async ({ id }, _arguments, { useById }) =>
    (await useById.load(id))?.lastUsedAt ?? null,
};
