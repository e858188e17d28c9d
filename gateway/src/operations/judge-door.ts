import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as pause } from 'node:timers/promises';
import { OperationTypeNode } from 'graphql';
import { z } from 'zod';
import {
  anonymous,
  createIdentityVerifier,
  identityHeader,
  type Viewer,
} from '@skillswap/kit/viewer';
import type { ContractOf } from '../contracts.ts';
import { readBody } from '../http/parameters.ts';
import { Refusal } from '../refusal.ts';
import { scopeNames } from '../registry/registry.ts';
import { judgeOperation, type Judgement } from './judge-operation.ts';

/** Answers `POST /operations/judge` on the internal port. */
export type JudgeDoor = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Manifests have at most 1 MiB, and are written as JSON once more. */
const bodyLimit = 4 * 1024 * 1024;

const kinds = {
  QUERY: OperationTypeNode.QUERY,
  MUTATION: OperationTypeNode.MUTATION,
  SUBSCRIPTION: OperationTypeNode.SUBSCRIPTION,
} as const;

const askedShape = z.object({
  audience: z.enum(['partner', 'mobile']),
  scopes: z.array(z.enum(['READ'])),
  operations: z
    .array(
      z.object({
        name: z.string(),
        kind: z.enum(['QUERY', 'MUTATION', 'SUBSCRIPTION']),
        text: z.string(),
      }),
    )
    .max(2_000),
});

type Asked = z.infer<typeof askedShape>;

/** What {@link createJudgeDoor} needs. */
export interface JudgeDoorOptions {
  readonly contractOf: ContractOf;
  readonly identitySecret: string;
}

/** Judges operations for our own services, one after the other, giving way to requests between. */
export function createJudgeDoor({ contractOf, identitySecret }: JudgeDoorOptions): JudgeDoor {
  const verify = createIdentityVerifier(identitySecret, 'gateway');
  return async (request, response) => {
    const identity = request.headers[identityHeader];
    const given = typeof identity === 'string' ? identity : undefined;
    const asker = await verify(given).catch(() => anonymous);
    if (asker.kind !== 'service') {
      send(response, 401, { error: 'This is for our own services.' });
      return;
    }
    const asked = await readAsked(request);
    if (asked === null) send(response, 400, { error: 'These are no operations to judge.' });
    else send(response, 200, { judgements: await judgeAll(contractOf, asked) });
  };
}

async function readAsked(request: IncomingMessage): Promise<Asked | null> {
  try {
    const body: unknown = JSON.parse((await readBody(request, bodyLimit)).toString());
    return askedShape.safeParse(body).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof Refusal) return null;
    throw error;
  }
}

async function judgeAll(
  contractOf: ContractOf,
  { audience, scopes, operations }: Asked,
): Promise<Judgement[]> {
  const viewer: Viewer =
    audience === 'mobile'
      ? anonymous
      : { kind: 'partner', id: 'judged', scopes: scopes.map((scope) => scopeNames[scope]) };
  const judgements: Judgement[] = [];
  for (const { name, kind, text } of operations) {
    await pause();
    const hash = createHash('sha256').update(text).digest('hex');
    const wanted = { hash, name, kind: kinds[kind], text };
    judgements.push(judgeOperation(contractOf(viewer), viewer, wanted));
  }
  return judgements;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
