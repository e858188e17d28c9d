/** A session that took place, as the sessions subgraph told of it. */
export interface HeldSession {
  readonly sessionId: string;
  readonly teacherId: string;
  readonly learnerId: string;
}
