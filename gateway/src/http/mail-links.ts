/** What a person who opens a mail's link without the app may run instead, by the link's path. */
const operations: Readonly<Record<string, string>> = {
  '/verify-email': `mutation VerifyEmail($input: VerifyEmailInput!) {
  verifyEmail(input: $input) {
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
}`,
};

/**
 * Where a mail's link leads while no app serves it, as in development: to the console, with the
 * operation and its variables filled in. Null for paths that no mail links to.
 */
export function consoleForMailLink(url: string): string | null {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const query = operations[pathname];
  const token = searchParams.get('token');
  if (query === undefined || token === null) return null;
  const variables = JSON.stringify({ input: { token } }, null, 2);
  return `/graphql?${new URLSearchParams({ query, variables }).toString()}`;
}
