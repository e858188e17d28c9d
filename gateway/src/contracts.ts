import type { Viewer } from '@skillswap/kit/viewer';
import type { GraphQLSchema } from 'graphql';
import type { Admission } from './admission.ts';
import type { Documents } from './documents.ts';
import type { RegisteredDocuments } from './operations/registered-documents.ts';

/** For whom a part of the graph is. */
export type Audience = 'mobile' | 'admin' | 'partner';

/** The SDL of each audience that sees a part of the graph only. Staff see all of it. */
export type ContractSdls = Readonly<Record<Exclude<Audience, 'admin'>, string>>;

/**
 * What one audience may name: its operations are validated, its variables read and its
 * introspection answered by this schema, so that nothing else exists for it.
 */
export interface Contract extends Admission {
  readonly audience: Audience;
  readonly schema: GraphQLSchema;
  readonly documents: Documents;
  readonly registered: RegisteredDocuments;
}

/** Chooses the contract by who asks. */
export type ContractOf = (viewer: Viewer) => Contract;

const staffRoles: ReadonlySet<string> = new Set([
  'ADMIN',
  'MODERATOR',
  'SUPPORT',
  'FINANCE',
  'AUDITOR',
]);

/** A key is a partner's, a log-in with a role of staff is staff's, all else comes from the apps. */
export function audienceOf(viewer: Viewer): Audience {
  if (viewer.kind === 'partner') return 'partner';
  const isStaff = viewer.kind === 'member' && viewer.roles.some((role) => staffRoles.has(role));
  return isStaff ? 'admin' : 'mobile';
}
