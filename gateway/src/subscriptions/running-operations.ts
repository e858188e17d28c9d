import { MessageType, type SubscribePayload } from 'graphql-ws';
import type { Engine } from '../engine.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Lane, Outbox } from './outbox.ts';
import {
  startOperation,
  type OperationOutlet,
  type RunningOperation,
  type SocketClient,
  type SocketOperationOptions,
} from './socket-operations.ts';

/** The operations that run on one socket. */
export interface RunningOperations {
  /** False, and not started, when one of this id runs already. */
  start(id: string, payload: SubscribePayload, client: SocketClient): boolean;
  /** The client wants no more of it. */
  complete(id: string): void;
  /** True when one of them runs on this engine. */
  use(engine: Engine): boolean;
  stopAll(): void;
}

/** Operations on one socket at a time, at most. */
const mostOperations = 50;

/** An id's present owner: what an earlier operation of the same id still says is not heard. */
interface Slot {
  isOver: boolean;
  running: RunningOperation | null;
}

/** Answers go to the outbox; `resume` asks the client to come back on a new socket. */
export function createRunningOperations(
  options: SocketOperationOptions,
  outbox: Outbox,
  resume: () => void,
): RunningOperations {
  const slots = new Map<string, Slot>();

  const outletOf = (id: string, slot: Slot): OperationOutlet => {
    const start = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
    const lane: Lane = { start, queued: 0 };
    const end = (message: string): void => {
      if (slot.isOver) return;
      slot.isOver = true;
      slots.delete(id);
      outbox.send(message);
    };
    const complete = JSON.stringify({ id, type: MessageType.Complete });
    return {
      next: (event) => slot.isOver || outbox.offer(lane, event),
      whenCaughtUp: (callback) => {
        outbox.whenEmpty(callback);
      },
      answer: (text) => {
        if (!slot.isOver) outbox.send(`${start.toString()}${text}}`);
        end(complete);
      },
      refuse: ({ errors }) => {
        end(JSON.stringify({ id, type: MessageType.Error, payload: errors }));
      },
      complete: () => {
        end(complete);
      },
      resume: () => {
        if (!slot.isOver) resume();
      },
    };
  };

  const stop = (slot: Slot): void => {
    slot.isOver = true;
    slot.running?.stop();
  };

  return {
    start(id, payload, client) {
      if (slots.has(id)) return false;
      const slot: Slot = { isOver: false, running: null };
      const outlet = outletOf(id, slot);
      const isTooMany = slots.size >= mostOperations;
      slots.set(id, slot);
      if (isTooMany) outlet.refuse(tooMany());
      else slot.running = startOperation(options, client, payload, outlet);
      return true;
    },
    complete(id) {
      const slot = slots.get(id);
      slots.delete(id);
      if (slot !== undefined) stop(slot);
    },
    use: (engine) => slots.values().some(({ running }) => running?.engine === engine),
    stopAll() {
      const all = [...slots.values()];
      slots.clear();
      for (const slot of all) stop(slot);
    },
  };
}

function tooMany(): Refusal {
  const message = `This socket runs ${String(mostOperations)} operations already. Complete one first.`;
  return refuse(429, 'RATE_LIMITED', message);
}
