import { z } from 'zod';
import { serviceUnavailable } from '@skillswap/kit/errors';
import type { Log } from '@skillswap/kit/log';
import { identityHeader, signIdentity } from '@skillswap/kit/viewer';
import type { ManifestOperation } from './operation-manifest.ts';
import type { PartnerScope } from './partner.ts';

const judgement = z.object({
  /** Null when the document is not good enough to be priced. */
  cost: z.number().int().nullable(),
  problems: z.array(
    z.object({
      code: z.enum(['MISMATCH', 'INVALID_DOCUMENT', 'NOT_ALLOWED', 'OVER_LIMIT', 'TOO_EXPENSIVE']),
      message: z.string(),
    }),
  ),
});

/** What the gateway says of one operation. */
export type Judgement = z.infer<typeof judgement>;

/** Why a document may not be registered. */
export type JudgementRefusal = Judgement['problems'][number]['code'];

/** Operations that a client wants to run by id. */
export interface OperationsToJudge {
  readonly audience: 'partner' | 'mobile';
  /** What the partner's keys may do. */
  readonly scopes: readonly PartnerScope[];
  readonly operations: readonly Pick<ManifestOperation, 'name' | 'kind' | 'text'>[];
}

/**
 * Asks the gateway, which alone knows what each audience can see, its limits and its prices; one
 * judgement per operation, in order. SERVICE_UNAVAILABLE when it does not answer.
 */
export type JudgeOperations = (request: OperationsToJudge) => Promise<readonly Judgement[]>;

/** What {@link createJudgeOperations} needs. */
export interface JudgeOptions {
  /** The gateway's internal origin. */
  readonly gatewayUrl: string;
  readonly identitySecret: string;
  readonly log: Log;
}

const timeoutMilliseconds = 30_000;

/** Judges by the gateway at an address. */
export function createJudgeOperations({
  gatewayUrl,
  identitySecret,
  log,
}: JudgeOptions): JudgeOperations {
  return async (request) => {
    try {
      const self = { kind: 'service', name: 'users' } as const;
      const response = await fetch(new URL('/operations/judge', gatewayUrl), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          [identityHeader]: await signIdentity(identitySecret, 'gateway', self),
        },
        body: JSON.stringify(request),
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
      if (response.status !== 200) throw new Error(`answered ${String(response.status)}`);
      const { judgements } = z
        .object({ judgements: z.array(judgement).length(request.operations.length) })
        .parse(await response.json());
      return judgements;
    } catch (error) {
      log.warn({ err: error }, 'the gateway did not judge operations');
      throw serviceUnavailable();
    }
  };
}
