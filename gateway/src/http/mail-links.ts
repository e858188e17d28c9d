/** What a person who opens a mail's link without the app may run instead, by the link's path. */
const operations: Readonly<Record<string, (token: string) => string>> = {
  '/verify-email': (token) => `mutation VerifyEmail {
  verifyEmail(input: { token: ${token} }) {
    auth {
      accessToken
      refreshToken
    }
    user {
      id
      displayName
    }
    userErrors {
      code
      message
    }
  }
}
`,
};

/**
 * Where a mail's link leads while no app serves it, as in development: to the console, with the
 * operation written out. Null for paths that no mail links to.
 */
export function consoleForMailLink(url: string): string | null {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const operation = operations[pathname];
  const token = searchParams.get('token');
  if (operation === undefined || token === null) return null;
  return `/graphql?${new URLSearchParams({ query: operation(JSON.stringify(token)) }).toString()}`;
}
