let page: Promise<string> | null = null;

const defaultQuery = `# Write an operation and press Ctrl-Enter. Log in with the mutation logIn and put
# {"authorization": "Bearer <access token>"} under "Headers" to be somebody.

{
  viewer {
    id
    displayName
  }
  plans {
    code
    name
  }
}
`;

/** GraphiQL as one page that loads nothing from elsewhere; made when somebody first asks for it. */
export function consolePage(): Promise<string> {
  page ??= render();
  return page;
}

async function render(): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  return renderGraphiQL({
    title: 'SkillSwap GraphiQL',
    endpoint: '/graphql',
    subscriptionsProtocol: 'WS',
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: true,
    defaultQuery,
  });
}
