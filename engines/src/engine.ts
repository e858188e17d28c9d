/** The three kinds of engine, named as their folders under the data folder. */
export type EngineName = 'mongodb' | 'postgres' | 'redis';

/** How one engine's server program is called, and as whom. */
export interface EngineCommand {
  file: string;
  args: readonly string[];
  user?: SystemUser;
}

export interface SystemUser {
  uid: number;
  gid: number;
}

/** What finding or preparing an engine may need while it is under way. */
export interface Preparation {
  progress: (line: string) => void;
  signal: AbortSignal;
}

/** What the life cycle in `start-engine.ts` must know about one engine. */
export interface Engine {
  name: EngineName;
  title: string;
  /** The variable that names a server to use instead of starting one. */
  variable: 'MONGODB_URI' | 'DATABASE_URL' | 'REDIS_URL';
  /** The protocols such a URL may have, with the colon. */
  protocols: readonly string[];
  /** Where the server writes its own process id, inside its data folder. */
  pidFile: string;
  /** The signal that ends the server in an orderly way without waiting for its clients. */
  stopSignal: NodeJS.Signals;
  /** Finds the server program and makes `folder` ready for it. */
  prepare: (folder: string, preparation: Preparation) => Promise<string>;
  command: (program: string, folder: string, port: number) => Promise<EngineCommand>;
  urlAt: (port: number) => string;
  /** Connects once to a server started from here and finishes its set-up; throws while it is not ready. */
  becomeReady: (port: number) => Promise<void>;
  /** Connects once to a server somebody else runs; throws when it cannot be used. */
  checkUrl: (url: string) => Promise<void>;
  /** Picks the line that says why the server ended out of what it logged. */
  reasonIn: (log: string) => string;
}
