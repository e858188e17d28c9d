import { print, type DocumentNode } from 'graphql';
import type { Endpoint, Person } from './journey/person.ts';

/** An answer of the gateway as it came over the wire. */
export interface GraphAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphAnswerError[];
}

/** An error in it. */
export interface GraphAnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string } & Readonly<Record<string, unknown>>;
}

/** Posts any text as a request's body, as a program with faults might. */
export async function post(
  endpoint: Endpoint,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<GraphAnswer> {
  const response = await fetch(endpoint.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  const contentType = response.headers.get('content-type') ?? '';
  return { status: response.status, contentType, text, ...readAnswer(text) };
}

/** Runs an operation as somebody, or as nobody, and returns whatever comes back. */
export function ask(
  endpoint: Endpoint,
  person: Person | null,
  operation: string | DocumentNode,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<GraphAnswer> {
  const query = typeof operation === 'string' ? operation : print(operation);
  return post(endpoint, JSON.stringify({ query, variables }), person?.headers);
}

function readAnswer(text: string): Pick<GraphAnswer, 'data' | 'errors'> {
  const body: unknown = JSON.parse(text);
  if (!isAnswer(body)) throw new Error(`not a GraphQL answer: ${text}`);
  return { data: body.data ?? null, errors: body.errors ?? [] };
}

function isAnswer(body: unknown): body is Partial<Pick<GraphAnswer, 'data' | 'errors'>> {
  return typeof body === 'object' && body !== null && ('data' in body || 'errors' in body);
}
