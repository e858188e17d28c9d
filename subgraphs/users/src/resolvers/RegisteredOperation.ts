import type { RegisteredOperationResolvers } from '../generated/resolvers.ts';

export const RegisteredOperation: RegisteredOperationResolvers = {
  documentId: ({ hash }) => `sha256:${hash}`,
  partner: ({ client }, _arguments, { partnerById }) =>
    client.partnerId === null ? null : partnerById.load(client.partnerId),
  app: ({ client }) => client.app,
  lastUsedAt: async ({ id }, _arguments, { useById }) =>
    (await useById.load(id))?.lastUsedAt ?? null,
  useCount: async ({ id }, _arguments, { useById }) => (await useById.load(id))?.count ?? 0,
};
