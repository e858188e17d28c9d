import type { Log } from '@skillswap/kit/log';
import type { Credential } from '../authentication.ts';
import type { Admitted, Engine } from '../engine.ts';
import type { Metrics } from '../metrics.ts';
import { operationLog } from '../operation-log.ts';
import type { Refusal } from '../refusal.ts';
import type { Hub, Membership } from './hub.ts';
import type { Source } from './source.ts';
import type { Member } from './stream.ts';

/** The client's end of a subscription. Nothing follows `refuse`, `complete` or `resume`. */
export interface Outlet {
  /** False, and not taken, when the client reads too slowly. */
  next(event: Buffer): boolean;
  /** Calls back once, when the client has caught up. */
  whenCaughtUp(callback: () => void): void;
  refuse(refusal: Refusal): void;
  complete(): void;
  /** Asks the client to connect anew and go on from the last event it has. */
  resume(): void;
}

/** What subscriptions need. */
export interface SubscriptionOptions {
  readonly hub: Hub;
  readonly metrics: Metrics;
  readonly log: Log;
  /** How long a subscription whose owner is lost is brought back for. */
  readonly patienceMilliseconds: number;
}

/** What is subscribed to, and by whom. */
export interface SubscriptionRequest {
  readonly engine: Engine;
  readonly admitted: Admitted;
  readonly source: Source;
  readonly client: Subscriber;
  readonly requestId: string;
}

/** Who subscribes. */
export interface Subscriber {
  /** Replaced when the client brings a fresh token. */
  readonly credential: Credential;
  readonly acceptLanguage: string | null;
}

/**
 * One client's subscription. It remembers the place of the last event that the client got. When
 * the client falls behind or the owner is lost, it goes on from that place; where the place is not
 * known, the client is asked to resume, so that nothing is ever left out in silence. Returns how to
 * stop.
 */
export function subscribe(
  { hub, metrics, log, patienceMilliseconds }: SubscriptionOptions,
  { engine, admitted, source, client, requestId }: SubscriptionRequest,
  outlet: Outlet,
): () => void {
  let place = source.givenCursor(admitted.variables);
  let membership: Membership | null = null;
  let isOver = false;
  let hasBegun = false;
  let giveUpAt: number | null = null;

  const join = (): void => {
    if (isOver) return;
    const { acceptLanguage, credential } = client;
    const { viewer } = credential;
    const wanted = { engine, admitted, source, cursor: place, viewer, acceptLanguage };
    membership = hub.join(wanted, member);
    place = membership.from;
  };

  const finish = (): void => {
    if (isOver) return;
    isOver = true;
    metrics.countSubscriptions(-1);
    membership?.leave();
  };

  const resume = (): void => {
    finish();
    outlet.resume();
  };

  const member: Member = {
    next(event, cursor) {
      if (!outlet.next(event)) {
        fallBehind();
        return;
      }
      place = cursor;
      hasBegun = true;
      giveUpAt = null;
    },
    refused(refusal) {
      finish();
      outlet.refuse(refusal);
    },
    unreachable(refusal) {
      // A client that has events already has a place of its own to go on from.
      if (hasBegun) resume();
      else {
        finish();
        outlet.refuse(refusal);
      }
    },
    lost() {
      const now = performance.now();
      giveUpAt ??= now + patienceMilliseconds;
      if (place === null || now > giveUpAt) resume();
      else join();
    },
    complete() {
      finish();
      outlet.complete();
    },
  };

  const fallBehind = (): void => {
    const { viewer } = client.credential;
    operationLog(log, requestId, admitted.operation, viewer).info('a subscriber is behind');
    metrics.countBehind();
    membership?.leave();
    membership = null;
    if (place === null) resume();
    else outlet.whenCaughtUp(join);
  };

  metrics.countSubscriptions(1);
  join();
  return finish;
}
