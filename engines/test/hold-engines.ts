import { startEngines } from '../src/start-engines.ts';

/** Starts engines in the folder given as argument, tells their addresses, and holds them until it ends. */
const [, , dataDir = ''] = process.argv;
const { mongodbUri, databaseUrl, redisUrl } = await startEngines({ dataDir });
console.log(JSON.stringify({ mongodbUri, databaseUrl, redisUrl }));
setInterval(() => undefined, 60_000);
