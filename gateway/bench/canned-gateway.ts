import { z } from 'zod';
import { serveFromMemory } from './memory-server.ts';
import { everything, publicShape } from './public-shape.ts';
import { answerAtOnce, composeShape } from './supergraph.ts';

/**
 * No gateway: it knows every answer and asks nobody. What it reaches is what the load generator
 * can do at most.
 */
const { schema } = composeShape(publicShape, (name) => `http://${name}`);
const requestSchema = z.object({ query: z.string() });
await serveFromMemory(async (_path, body) => {
  const { query } = requestSchema.parse(JSON.parse(body));
  return await answerAtOnce(schema, query, everything);
}, Number(process.argv[2]));
