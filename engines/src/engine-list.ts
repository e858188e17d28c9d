import { mongodbEngine } from './mongodb-engine.ts';
import { postgresEngine } from './postgres-engine.ts';
import { redisEngine } from './redis-engine.ts';

/** Every engine the product stands on. */
export const engines = [mongodbEngine, postgresEngine, redisEngine] as const;
