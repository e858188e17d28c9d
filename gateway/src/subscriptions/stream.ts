import type { Log } from '@skillswap/kit/log';
import type { Viewer } from '@skillswap/kit/viewer';
import { toResponseText } from '../answered.ts';
import { startDeadline } from '../deadline.ts';
import type { Admitted, Engine } from '../engine.ts';
import { isObject } from '../execution/json.ts';
import { internalError, readErrors, toClient } from '../execution/subgraph-errors.ts';
import { operationLog } from '../operation-log.ts';
import type { Refusal } from '../refusal.ts';
import { isRefusal, toRefusal, unreachable } from './refusals.ts';
import type { Cursor, Source } from './source.ts';
import type { UpstreamEvent, Upstreams } from './upstreams.ts';

/** What a stream tells each of its members; nothing follows anything but `next`. */
export interface Member {
  /** An event as the client gets it, and its place, or null when that is not told. */
  next(event: Buffer, cursor: Cursor | null): void;
  refused(refusal: Refusal): void;
  /** The owner cannot be reached; the stream has never begun. */
  unreachable(refusal: Refusal): void;
  /** Events may be missing from here on. */
  lost(): void;
  complete(): void;
}

/** One subscription at its owner, whose events are joined once for all members. */
export interface Stream {
  add(member: Member): void;
  /** The subscription at the owner ends with its last member. */
  remove(member: Member): void;
  /** The place of the last event that was told, or null before there was one. */
  reached(): Cursor | null;
}

/** What streams need. */
export interface StreamOptions {
  readonly upstreams: Upstreams;
  readonly eventTimeoutMilliseconds: number;
  readonly log: Log;
}

/** What a stream is of. */
export interface StreamRequest {
  readonly engine: Engine;
  readonly admitted: Admitted;
  readonly source: Source;
  /** Where to begin; null for what happens next. */
  readonly cursor: Cursor | null;
  readonly viewer: Viewer;
  readonly acceptLanguage: string | null;
}

/** Told once each. */
interface Fate {
  /** The first event is about to be told: whoever joins from now on would miss it. */
  readonly begun: () => void;
  /** Nobody can join any more. */
  readonly over: () => void;
}

/** An event on its way; the members get it when those before it are told. */
interface Slot {
  readonly event: UpstreamEvent;
  told: { readonly event: Buffer; readonly cursor: Cursor | null } | null;
}

/** Events that are not told yet, at most: a replay arrives faster than it can be joined. */
const mostWaiting = 1_024;
/** Events that are joined at a time. */
const mostAtOnce = 16;

/** Subscribes, and goes on until the owner ends it or nobody listens. */
export function openStream(options: StreamOptions, request: StreamRequest, fate: Fate): Stream {
  const { admitted, source, viewer, acceptLanguage } = request;
  const requestId = crypto.randomUUID();
  const log = operationLog(options.log, requestId, admitted.operation, viewer);
  const members = new Set<Member>();
  const left = new AbortController();
  const slots: Slot[] = [];
  let begun = 0;
  let running = 0;
  let isTold = false;
  let reached: Cursor | null = null;
  let ending: ((member: Member) => void) | null = null;

  const work = (): void => {
    for (let slot = slots[begun]; slot !== undefined && running < mostAtOnce; slot = slots[begun]) {
      begun += 1;
      running += 1;
      void join(slot);
    }
  };

  const join = async (slot: Slot): Promise<void> => {
    const caller = { viewer, requestId, clientAddress: null, acceptLanguage, log: () => log };
    const { data } = slot.event;
    // Read first: joining adds to the event's own data.
    const cursor = isObject(data) ? source.cursorOf(data) : null;
    const text = await joinEvent(options, request, slot.event, caller, left.signal);
    // The message's own closing brace is the same for everybody, too.
    slot.told = { event: Buffer.from(`${text}}`), cursor };
    running -= 1;
    tell();
    work();
  };

  const tell = (): void => {
    for (let told = slots[0]?.told; told != null; told = slots[0]?.told) {
      slots.shift();
      begun -= 1;
      if (!isTold) fate.begun();
      isTold = true;
      reached = told.cursor;
      for (const member of members) member.next(told.event, told.cursor);
    }
    if (slots.length === 0 && ending !== null) dismiss(ending);
  };

  const end = (last: (member: Member) => void): void => {
    if (ending !== null) return;
    ending = last;
    fate.over();
    stop();
    if (slots.length === 0) dismiss(last);
  };

  const dismiss = (last: (member: Member) => void): void => {
    const all = [...members];
    members.clear();
    for (const member of all) last(member);
  };

  const lose = (reason: string): void => {
    log.warn({ subgraph: source.subgraph }, reason);
    end((member) => {
      member.lost();
    });
  };

  const stop = options.upstreams.subscribe(
    {
      subgraph: source.subgraph,
      document: source.document,
      variables: source.variablesFrom(admitted.variables, request.cursor),
      viewer,
      requestId,
      acceptLanguage,
    },
    {
      next: (event) => {
        if (ending !== null) return;
        if (isRefusal(event)) refuse(event.errors);
        else if (slots.length >= mostWaiting) lose('events come faster than they can be joined');
        else {
          slots.push({ event, told: null });
          work();
        }
      },
      refused: (errors) => {
        refuse(errors);
      },
      unreachable: () => {
        end((member) => {
          member.unreachable(unreachable());
        });
      },
      lost: () => {
        lose('an upstream subscription is lost');
      },
      complete: () => {
        end((member) => {
          member.complete();
        });
      },
    },
  );
  const refuse = (errors: unknown): void => {
    const refusal = toRefusal(errors, requestId, log);
    end((member) => {
      member.refused(refusal);
    });
  };

  return {
    add(member) {
      members.add(member);
    },
    remove(member) {
      if (!members.delete(member) || members.size > 0) return;
      left.abort(new DOMException('nobody listens any more', 'AbortError'));
      slots.length = 0;
      end(() => undefined);
    },
    reached: () => reached,
  };
}

/** The response for one event, as text; it takes an event more than a failure to end a stream. */
async function joinEvent(
  { eventTimeoutMilliseconds }: StreamOptions,
  { engine, admitted }: StreamRequest,
  event: UpstreamEvent,
  caller: Omit<Parameters<Engine['complete']>[2], 'deadline' | 'signal'>,
  left: AbortSignal,
): Promise<string> {
  const deadline = startDeadline(eventTimeoutMilliseconds);
  left.addEventListener('abort', deadline.leave);
  const { requestId, log } = caller;
  const errors = readErrors(event.errors).map((error) => ({
    ...toClient(error, requestId),
    path: error.path,
  }));
  const data = isObject(event.data) ? event.data : {};
  try {
    return toResponseText(
      await engine.complete(
        admitted,
        { data, errors },
        { ...caller, deadline: deadline.at, signal: deadline.signal },
      ),
    );
  } catch (error) {
    if (!left.aborted) log().error({ err: error }, 'an event could not be joined');
    return toResponseText({ data: 'null', errors: [internalError(requestId)], cost: 0 });
  } finally {
    left.removeEventListener('abort', deadline.leave);
    deadline.end();
  }
}
