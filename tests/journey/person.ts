import {
  ApolloClient,
  ApolloLink,
  HttpLink,
  InMemoryCache,
  type TypedDocumentNode,
} from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { LogIn, SignUp, VerifyEmail } from './documents.ts';
import type { Mailbox } from './mailbox.ts';

/** Where the running system is. */
export interface Endpoint {
  /** The public GraphQL endpoint, `http://…/graphql`. */
  readonly graphql: string;
  readonly mailbox: Mailbox;
  /** Sent as the client's address where the gateway trusts this machine as a proxy. */
  readonly clientAddress?: string;
}

/** What somebody needs to sign up. */
export interface Introduction {
  readonly displayName: string;
  readonly email: string;
  readonly password: string;
  readonly timeZone: string;
  readonly preferredLanguage: string;
}

/** The unchangeable fields that every user error has. */
interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** The graph refused what the journey expects to work. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

/** One person with a telephone: an Apollo Client over HTTP and a WebSocket, as an app has it. */
export class Person implements AsyncDisposable {
  readonly introduction: Introduction;
  readonly #endpoint: Endpoint;
  readonly #sockets: Client;
  readonly #apollo: ApolloClient;
  #accessToken: string | null = null;
  #id: string | null = null;

  constructor(endpoint: Endpoint, introduction: Introduction) {
    this.#endpoint = endpoint;
    this.introduction = introduction;
    this.#sockets = createClient({
      url: endpoint.graphql.replace(/^http/, 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: () => ({ authorization: `Bearer ${this.#accessToken ?? ''}` }),
    });
    const authorise = new SetContextLink(() => ({ headers: this.#headers() }));
    const http = authorise.concat(new HttpLink({ uri: endpoint.graphql }));
    this.#apollo = new ApolloClient({
      cache: new InMemoryCache({
        possibleTypes: { Conversation: ['DirectConversation', 'SessionConversation'] },
      }),
      clientAwareness: { name: 'skillswap-example', version: '1.0.0' },
      link: ApolloLink.split(
        ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
        new GraphQLWsLink(this.#sockets),
        http,
      ),
    });
  }

  /** The person's id; known once they have logged in. */
  get id(): string {
    if (this.#id === null) throw new Error(`${this.introduction.displayName} has not logged in`);
    return this.#id;
  }

  /** What a request of this person carries besides its body. */
  get headers(): Readonly<Record<string, string>> {
    return this.#headers();
  }

  /** Signs up, opens the mail and follows its link, which logs in. */
  async signUp(): Promise<void> {
    const input = { ...this.introduction, acceptedTermsVersion: '1' };
    refuseNothing((await this.mutate(SignUp, { input })).signUp.userErrors);
    const mail = await this.#endpoint.mailbox.latest(this.introduction.email, 'VERIFY_EMAIL');
    const token = new URL(mail.links[0] ?? '').searchParams.get('token') ?? '';
    const { verifyEmail } = await this.mutate(VerifyEmail, {
      input: { token, deviceName: 'Example' },
    });
    refuseNothing(verifyEmail.userErrors);
    this.#remember(verifyEmail.auth?.accessToken, verifyEmail.user?.id);
  }

  /** Logs in, as an app does whose tokens have run out. */
  async logIn(): Promise<void> {
    const { email, password } = this.introduction;
    // A token that has run out would be refused before the log-in is read.
    this.#accessToken = null;
    const { logIn } = await this.mutate(LogIn, {
      input: { email, password, deviceName: 'Example' },
    });
    refuseNothing(logIn.userErrors);
    this.#remember(logIn.auth?.accessToken, logIn.user?.id);
  }

  /** Runs a query past the cache; GraphQL errors throw. */
  async query<Data, Variables extends Record<string, unknown>>(
    query: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    const { data } = await this.#apollo.query({
      query,
      variables,
      fetchPolicy: 'network-only',
    });
    if (data === undefined) throw new RefusedError('the query has no data');
    return data;
  }

  /** Runs a mutation; GraphQL errors throw, user errors are the caller's to read. */
  async mutate<Data, Variables extends Record<string, unknown>>(
    mutation: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    const { data } = await this.#apollo.mutate({
      mutation,
      variables,
    });
    if (data === undefined) throw new RefusedError('the mutation has no data');
    return data;
  }

  /** Follows a subscription; `next` waits for one more event, up to ten seconds. */
  subscribe<Data, Variables extends Record<string, unknown>>(
    query: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Following<Data> {
    const events: Data[] = [];
    const waiting: ((event: Data) => void)[] = [];
    const subscription = this.#apollo.subscribe({ query, variables }).subscribe({
      next: ({ data }) => {
        if (data == null) return;
        const take = waiting.shift();
        if (take === undefined) events.push(data);
        else take(data);
      },
    });
    return {
      next: () => {
        const event = events.shift();
        if (event !== undefined) return Promise.resolve(event);
        const { promise, resolve, reject } = Promise.withResolvers<Data>();
        const timer = setTimeout(() => {
          reject(new RefusedError('no event came within ten seconds'));
        }, 10_000);
        waiting.push((value) => {
          clearTimeout(timer);
          resolve(value);
        });
        return promise;
      },
      end: () => {
        subscription.unsubscribe();
      },
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#apollo.stop();
    await this.#sockets.dispose();
  }

  #headers(): Record<string, string> {
    const { clientAddress } = this.#endpoint;
    return {
      ...(this.#accessToken === null ? {} : { authorization: `Bearer ${this.#accessToken}` }),
      ...(clientAddress === undefined ? {} : { 'x-forwarded-for': clientAddress }),
      'accept-language': this.introduction.preferredLanguage,
    };
  }

  #remember(accessToken: string | undefined, id: string | undefined): void {
    if (accessToken === undefined || id === undefined) throw new RefusedError('no tokens came');
    this.#accessToken = accessToken;
    this.#id = id;
  }
}

/** A subscription that is being followed. */
export interface Following<Data> {
  next(): Promise<Data>;
  end(): void;
}

/** Throws what the graph's user errors say, if there are any. */
export function refuseNothing(userErrors: readonly UserError[]): void {
  const reasons = userErrors.map(
    ({ code, message, path }) => `${code} at ${path.join('.')}: ${message}`,
  );
  if (reasons.length > 0) throw new RefusedError(reasons.join('; '));
}
