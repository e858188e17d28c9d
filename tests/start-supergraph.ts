import type { TestProject } from 'vitest/node';
import type { RunningSystem } from '../engines/src/running-system.ts';
import { startSupergraph, type Supergraph } from './supergraph.ts';

declare module 'vitest' {
  interface ProvidedContext {
    system: RunningSystem;
    dataDir: string;
    usersUrl: string;
    /** What the processes of the system were told. */
    env: Readonly<Record<string, string>>;
  }
}

let supergraph: Supergraph | undefined;

/** One supergraph for all stories, as vitest's `globalSetup`; they find it under `inject('system')`. */
export async function setup(project: TestProject): Promise<void> {
  supergraph = await startSupergraph();
  project.provide('system', supergraph.system.record);
  project.provide('dataDir', supergraph.dataDir);
  project.provide('usersUrl', supergraph.usersUrl);
  project.provide('env', { ...supergraph.system.env });
}

/** Stops it and removes its data. */
export async function teardown(): Promise<void> {
  await supergraph?.[Symbol.asyncDispose]();
  supergraph = undefined;
}
