import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import postgres from 'postgres';
import type { Engines } from '../src/start-engines.ts';

type Addresses = Omit<Engines, keyof AsyncDisposable>;

/** Writes one word into each engine, with a transaction where only a replica set allows one. */
export async function writeWord(addresses: Addresses, word: string): Promise<void> {
  await using mongo = new MongoClient(addresses.mongodbUri);
  const words = mongo.db('engines').collection('words');
  await mongo.withSession((session) =>
    session.withTransaction(() => words.insertOne({ word }, { session })),
  );
  const sql = postgres(addresses.databaseUrl, { onnotice: () => undefined });
  await sql`create table if not exists words (word text not null)`;
  await sql`insert into words (word) values (${word})`;
  await sql.end();
  const redis = new Redis(addresses.redisUrl);
  await redis.sadd('words', word);
  redis.disconnect();
}

/** The words each engine holds. */
export async function readWords(addresses: Addresses): Promise<Record<keyof Addresses, string[]>> {
  await using mongo = new MongoClient(addresses.mongodbUri);
  const found = await mongo.db('engines').collection<{ word: string }>('words').find().toArray();
  const sql = postgres(addresses.databaseUrl);
  const rows = await sql<{ word: string }[]>`select word from words`;
  await sql.end();
  const redis = new Redis(addresses.redisUrl);
  const members = await redis.smembers('words');
  redis.disconnect();
  return {
    mongodbUri: found.map(({ word }) => word),
    databaseUrl: rows.map(({ word }) => word),
    redisUrl: members,
  };
}
