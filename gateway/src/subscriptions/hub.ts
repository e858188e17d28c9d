import type { Viewer } from '@skillswap/kit/viewer';
import type { Metrics } from '../metrics.ts';
import type { PreparedOperation } from '../operation.ts';
import type { Cursor } from './source.ts';
import {
  openStream,
  type Member,
  type Stream,
  type StreamOptions,
  type StreamRequest,
} from './stream.ts';

/** A subscriber's hold on a stream. */
export interface Membership {
  /** The place from which the stream's events follow; null when it is not known. */
  readonly from: Cursor | null;
  readonly leave: () => void;
}

/** Lets subscribers who ask for the same listen to one stream. */
export interface Hub {
  join(request: StreamRequest, member: Member): Membership;
}

/** What {@link createHub} needs. */
export interface HubOptions extends StreamOptions {
  /** Equal for viewers to whom subgraphs answer the same. */
  readonly identityScope: (viewer: Viewer) => string;
  readonly metrics: Metrics;
}

/**
 * A stream may be joined as long as whoever joins gets everything that they ask for: before its
 * first event, and at any time when it is resumable and was asked for what happens next.
 */
export function createHub(options: HubOptions): Hub {
  const { metrics } = options;
  const joinable = new Map<string, Stream>();
  const numbers = new WeakMap<PreparedOperation, number>();
  let operations = 0;

  const keyOf = ({ admitted, viewer, acceptLanguage, cursor }: StreamRequest): string => {
    const { operation, denialKey, variables } = admitted;
    const number = numbers.get(operation) ?? (operations += 1);
    numbers.set(operation, number);
    const scope = options.identityScope(viewer);
    return JSON.stringify([number, denialKey, scope, acceptLanguage, cursor, variables]);
  };

  const open = (key: string, request: StreamRequest): Stream => {
    const close = (): void => {
      if (joinable.get(key) === stream) joinable.delete(key);
    };
    const stream = openStream(options, request, {
      begun: () => {
        if (!request.source.isResumable || request.cursor !== null) close();
      },
      over: () => {
        metrics.countUpstreams(-1);
        close();
      },
    });
    metrics.countUpstreams(1);
    joinable.set(key, stream);
    return stream;
  };

  return {
    join(request, member) {
      const key = keyOf(request);
      const stream = joinable.get(key) ?? open(key, request);
      stream.add(member);
      return {
        from: request.cursor ?? stream.reached(),
        leave: () => {
          stream.remove(member);
        },
      };
    },
  };
}
