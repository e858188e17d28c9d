import type { Filter } from 'mongodb';
import { toPage, type Page, type PageRequest } from '@skillswap/kit/connection';
import { openCollection, type MongoStore, type MongoTransaction } from '@skillswap/kit/mongo';
import { collections } from './collections.ts';
import { defaultPrivacy, type Privacy } from './privacy.ts';
import type { Theme, User } from './user.ts';

interface UserDocument extends Omit<
  User,
  'id' | 'homePoint' | 'languages' | 'roles' | 'privacy' | 'theme'
> {
  _id: string;
  languages: string[];
  roles: User['roles'][number][];
  homePoint: { type: 'Point'; coordinates: [longitude: number, latitude: number] } | null;
  /** What the person has said; the rest has its default. */
  privacy?: Partial<Privacy>;
  theme?: Theme;
  /** The name as it is searched: without case and accents. */
  nameKey: string;
  /** Only there to be written by those who have to take turns. */
  logInChanges?: number;
}

type StoredUser = Omit<UserDocument, 'nameKey' | 'logInChanges'>;

const projection = { nameKey: 0, logInChanges: 0 } as const;

/** What may change on a user; everything else is given when the account opens. */
export type UserChanges = Partial<
  Pick<
    User,
    | 'displayName'
    | 'bio'
    | 'languages'
    | 'preferredLanguage'
    | 'timeZone'
    | 'contactableBy'
    | 'homePoint'
    | 'locationLabel'
    | 'roles'
    | 'state'
    | 'theme'
  >
> & { readonly privacy?: Partial<Privacy> };

/** People, by what they are asked for. */
export type UserRepository = ReturnType<typeof createUserRepository>;

/** Reads and writes people. */
export function createUserRepository({ db }: MongoStore) {
  const users = openCollection<UserDocument>(db, 'users', collections.users);
  return {
    async findByIds(ids: readonly string[]): Promise<User[]> {
      const documents = await users
        .find<StoredUser>({ _id: { $in: [...ids] } }, { projection })
        .toArray();
      return documents.map(toUser);
    },

    async findByEmail(email: string): Promise<User | null> {
      const document = await users.findOne<StoredUser>({ email }, { projection });
      return document && toUser(document);
    },

    /** Oldest id first; `search` is the beginning of a name or address, or an id. */
    async list(search: string | null, { limit, after }: PageRequest<string>): Promise<Page<User>> {
      const documents = await users
        .find<StoredUser>(
          { ...searchFilter(search), ...(after !== null && { _id: { $gt: after } }) },
          { projection },
        )
        .sort({ _id: 1 })
        .limit(limit + 1)
        .toArray();
      return toPage(documents.map(toUser), limit);
    },

    async insert(tx: MongoTransaction, user: User): Promise<void> {
      await users.insertOne(toDocument(user), { session: tx.session });
    },

    /** Changes a person who is in one of these states; null when there is none. */
    async update(
      tx: MongoTransaction,
      id: string,
      states: readonly User['state'][],
      changes: UserChanges,
    ): Promise<User | null> {
      const document = await users.findOneAndUpdate(
        { _id: id, state: { $in: [...states] } },
        { $set: toFields(changes), $inc: { version: 1 } },
        { session: tx.session, returnDocument: 'after', projection },
      );
      return document && toUser(document);
    },

    /** Makes those who change by what a person logs in take turns. */
    async holdLogIns({ session }: MongoTransaction, id: string): Promise<void> {
      await users.updateOne({ _id: id }, { $inc: { logInChanges: 1 } }, { session });
    },

    /** Takes turns with changes of the account's state; false when it is not in use. */
    async holdActive({ session }: MongoTransaction, id: string): Promise<boolean> {
      const active = { _id: id, state: 'ACTIVE' } as const;
      const { matchedCount } = await users.updateOne(
        active,
        { $inc: { logInChanges: 1 } },
        { session },
      );
      return matchedCount === 1;
    },

    /** Gives a person another, verified address; returns them as they were, null for nobody. */
    async changeEmail(
      tx: MongoTransaction,
      id: string,
      email: string,
      emailVerifiedAt: Date,
    ): Promise<User | null> {
      const document = await users.findOneAndUpdate(
        { _id: id, state: { $in: ['ACTIVE', 'SUSPENDED'] } },
        { $set: { email, emailVerifiedAt }, $inc: { version: 1 } },
        { session: tx.session, returnDocument: 'before', projection },
      );
      return document && toUser(document);
    },
  };
}

function searchFilter(search: string | null): Filter<UserDocument> {
  if (search === null || search.trim() === '') return {};
  const beginsWith = (text: string) =>
    new RegExp(`^${text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}`);
  return {
    $or: [
      { _id: search.trim() },
      { nameKey: beginsWith(nameKey(search)) },
      { email: beginsWith(search.trim().toLowerCase()) },
    ],
  };
}

function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function toFields({ homePoint, languages, roles, privacy, ...plain }: UserChanges) {
  return {
    ...plain,
    ...(plain.displayName !== undefined && { nameKey: nameKey(plain.displayName) }),
    ...(languages !== undefined && { languages: [...languages] }),
    ...(roles !== undefined && { roles: [...roles] }),
    ...fieldsOf('privacy', privacy ?? {}),
    ...(homePoint !== undefined && { homePoint: toPoint(homePoint) }),
  };
}

/** Each part under its own path, so that changes of two parts at the same moment both stay. */
function fieldsOf(path: string, parts: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(parts).map(([part, to]) => [`${path}.${part}`, to]));
}

function toDocument({ id, homePoint, languages, roles, ...plain }: User): UserDocument {
  return {
    _id: id,
    ...plain,
    nameKey: nameKey(plain.displayName),
    languages: [...languages],
    roles: [...roles],
    homePoint: toPoint(homePoint),
  };
}

function toPoint(point: User['homePoint']): UserDocument['homePoint'] {
  return point && { type: 'Point', coordinates: [point.longitude, point.latitude] };
}

function toUser({ _id, homePoint, privacy, theme, ...plain }: StoredUser): User {
  const [longitude = 0, latitude = 0] = homePoint?.coordinates ?? [];
  return {
    id: _id,
    ...plain,
    privacy: { ...defaultPrivacy, ...privacy },
    theme: theme ?? 'SYSTEM',
    homePoint: homePoint && { latitude, longitude },
  };
}
