import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { jwtVerify } from 'jose';
import Provider from 'oidc-provider';
import { z } from 'zod';
import { readBody } from '@skillswap/kit/route';
import type { IdentityProviderSettings } from '../src/identity-providers.ts';

/** What the provider knows of somebody. */
interface Account {
  readonly email?: string;
  readonly email_verified?: boolean | 'true' | 'false';
}

/** An OpenID provider with a client that is set up like ours at Google, and one like ours at Apple. */
export type TestIdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>;

/** Where Google sends people back, and where Apple posts. */
const callbacks = [
  'http://localhost:4000/identity/callback',
  'https://skillswap.example/identity/callback',
];
const appleSecret = 'what the provider makes of a good signed secret';
const appleKeys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
/** Starts a real provider on loopback; people log in to it by {@link TestIdentityProvider.visit}. */
export async function startIdentityProvider() {
  const accounts = new Map<string, Account>();
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = z.object({ port: z.number() }).parse(server.address());
  const issuer = `http://127.0.0.1:${String(address.port)}`;
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'google', client_secret: 'google-secret' },
      { client_id: 'apple', client_secret: appleSecret },
    ].map((client) => ({
      ...client,
      redirect_uris: callbacks,
      token_endpoint_auth_method: 'client_secret_post',
    })),
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['of a test'] },
    ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    jwks: { keys: [signingKey()] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...accounts.get(sub) }),
    }),
  });
  provider.use(async (context, next) => {
    if (context.path === '/token') await readAppleSecret(context.req, issuer);
    await next();
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));

  const settings: IdentityProviderSettings = {
    google: { issuer, clientId: 'google', clientSecret: 'google-secret' },
    apple: {
      issuer,
      clientId: 'apple',
      teamId: 'TEAM',
      keyId: 'KEY',
      privateKey: appleKeys.privateKey,
    },
  };

  return {
    settings,
    accounts,

    /** Logs in at the provider, or declines; answers where it sends the person back. */
    async visit(authorizationUrl: string, subject: string | null): Promise<string> {
      const browser = openBrowser();
      let page = await browser.follow(authorizationUrl);
      if (subject === null) {
        return (await browser.follow(`${page.url}/abort`)).url;
      }
      for (const form of [
        { prompt: 'login', login: subject, password: 'any' },
        { prompt: 'consent' },
      ]) {
        page = await browser.follow(page.url, new URLSearchParams(form));
      }
      return page.form === null ? page.url : `${page.url}#${page.form.toString()}`;
    },

    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = z
    .object({ kty: z.string() })
    .loose()
    .parse(privateKey.export({ format: 'jwk' }));
  return { ...jwk, alg: 'RS256', use: 'sig', kid: 'test' };
}

/** Checks a client's secret as Apple does: it is a token that our key has signed. */
async function readAppleSecret(request: IncomingMessage, issuer: string): Promise<void> {
  const form = new URLSearchParams((await readBody(request, 10_000)).toString());
  if (form.get('client_id') === 'apple') {
    await jwtVerify(form.get('client_secret') ?? '', appleKeys.publicKey, {
      algorithms: ['ES256'],
      issuer: 'TEAM',
      subject: 'apple',
      audience: issuer,
      maxTokenAge: '10m',
    });
    form.set('client_secret', appleSecret);
  }
  Object.assign(request, { body: Object.fromEntries(form) });
}

interface Page {
  readonly url: string;
  /** What the page posts by itself, if it does. */
  readonly form: URLSearchParams | null;
}

/** The part of a browser that a log-in needs: it keeps cookies and follows redirections. */
function openBrowser() {
  const cookies = new Map<string, string>();
  return {
    async follow(start: string, form?: URLSearchParams): Promise<Page> {
      let url = start;
      let body = form;
      for (let step = 0; step < 10; step++) {
        const response = await fetch(url, {
          redirect: 'manual',
          headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
          ...(body && { method: 'POST', body }),
        });
        body = undefined;
        for (const cookie of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
          cookies.set(name, value);
        }
        const location = response.headers.get('location');
        if (location === null) return { url, form: postedForm(await response.text()) };
        url = new URL(location, url).href;
        if (callbacks.some((end) => url.startsWith(end))) return { url, form: null };
      }
      throw new Error(`there is no end to the redirections: ${url}`);
    },
  };
}

function postedForm(html: string): URLSearchParams | null {
  if (!callbacks.some((end) => html.includes(`action="${end}"`))) return null;
  const fields = html.matchAll(/name="([^"]+)" value="([^"]*)"/g);
  return new URLSearchParams([...fields].map(([, name = '', value = '']) => [name, value]));
}
