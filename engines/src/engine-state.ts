import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EngineName } from './engine.ts';
import { writeWhole } from './write-whole.ts';

/** What is remembered of one engine between starts. */
export interface EngineRecord {
  port: number;
  /** The server's process, or null when it was stopped in good order. */
  pid: number | null;
  /** The process that will stop it, as `identityOf` names it. */
  owner: string;
}

const record = z.object({
  port: z.int().min(1).max(65_535),
  pid: z.int().positive().nullable(),
  owner: z.string(),
});
const state = z.object({
  mongodb: record.optional(),
  postgres: record.optional(),
  redis: record.optional(),
});

/** The last record of an engine; a file that is missing or damaged says nothing. */
export function readEngineRecord(dataDir: string, name: EngineName): EngineRecord | undefined {
  return readState(dataDir)[name];
}

/** Remembers an engine. Reading and writing happen in one go, so that engines starting together keep theirs. */
export function writeEngineRecord(dataDir: string, name: EngineName, entry: EngineRecord): void {
  writeWhole(join(dataDir, 'engines.json'), { ...readState(dataDir), [name]: entry });
}

function readState(dataDir: string): z.infer<typeof state> {
  try {
    const parsed: unknown = JSON.parse(readFileSync(join(dataDir, 'engines.json'), 'utf8'));
    return state.parse(parsed);
  } catch {
    return {};
  }
}
