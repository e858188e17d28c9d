import { z } from 'zod';
import { identityHeader } from '@skillswap/kit/viewer';
import type { Identify } from '../identity.ts';

/** Asks users on the gateway's own behalf and checks the answer; rejects when there is none. */
export type AskUsers = <Data>(
  shape: z.ZodType<Data>,
  document: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Data>;

const answer = z.object({ data: z.unknown(), errors: z.array(z.unknown()).optional() });
/** A registry with thousands of operations takes its time. */
const timeoutMilliseconds = 10_000;

/** Asks the users subgraph at this address. */
export function createAskUsers(url: string, identify: Identify): AskUsers {
  return async (shape, document, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [identityHeader]: await identify('users', { kind: 'service', name: 'gateway' }),
      },
      body: JSON.stringify({ query: document, variables }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    const { data, errors } = answer.parse(await response.json());
    if (errors !== undefined) throw new Error(`users answered ${JSON.stringify(errors)}`);
    return shape.parse(data);
  };
}
