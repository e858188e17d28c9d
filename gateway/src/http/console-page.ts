/** A page to try operations on, which needs nothing from anywhere else. */
export const consolePage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>SkillSwap GraphQL console</title>
<style>
  body { margin: 0; font: 14px/1.4 system-ui, sans-serif; display: grid; height: 100vh;
    grid-template: auto 1fr / 1fr 1fr; color: #1d2330; background: #f5f6f8; }
  header { grid-column: 1 / 3; display: flex; gap: 8px; align-items: center; padding: 8px 12px;
    background: #1d2330; color: #fff; }
  header h1 { font-size: 15px; margin: 0 auto 0 0; }
  header input { width: 32em; }
  section { display: grid; grid-template-rows: 3fr auto 1fr; padding: 8px; gap: 4px; min-height: 0; }
  textarea, pre { font: 13px/1.45 ui-monospace, monospace; margin: 0; padding: 8px; border: 1px solid #c8ccd4;
    border-radius: 4px; background: #fff; overflow: auto; resize: none; }
  pre { white-space: pre-wrap; margin: 8px 8px 8px 0; }
  button { font-weight: 600; padding: 4px 14px; }
</style>
<header>
  <h1>SkillSwap GraphQL</h1>
  <input id="token" placeholder="Access token (optional)" aria-label="Access token">
  <button id="run" title="Ctrl+Enter">Run</button>
  <button id="schema">Schema</button>
  <button id="stop" hidden>Stop</button>
</header>
<section>
  <textarea id="query" aria-label="Operation" spellcheck="false">{ plans { code name price { amountMinor currency } } }</textarea>
  <label for="variables">Variables (JSON)</label>
  <textarea id="variables" spellcheck="false">{}</textarea>
</section>
<pre id="answer" aria-live="polite">Ctrl+Enter runs the operation. Subscriptions run over a WebSocket.</pre>
<script>
  const get = (id) => document.getElementById(id);
  const show = (value) => { get('answer').textContent = typeof value === 'string' ? value : JSON.stringify(value, null, 2); };
  const authorization = () => get('token').value.trim() === '' ? null : 'Bearer ' + get('token').value.trim();
  let socket = null;

  function stop() {
    if (socket !== null) socket.close();
    socket = null;
    get('stop').hidden = true;
  }

  function subscribe(payload) {
    stop();
    show('');
    get('stop').hidden = false;
    socket = new WebSocket(location.origin.replace(/^http/, 'ws') + '/graphql', 'graphql-transport-ws');
    const opened = socket;
    opened.onopen = () => opened.send(JSON.stringify({ type: 'connection_init', payload: { authorization: authorization() } }));
    opened.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === 'connection_ack') opened.send(JSON.stringify({ id: '1', type: 'subscribe', payload }));
      else if (message.type === 'ping') opened.send(JSON.stringify({ type: 'pong' }));
      else get('answer').textContent += JSON.stringify(message.payload ?? message.type, null, 2) + '\\n';
    };
    opened.onclose = ({ code, reason }) => { get('answer').textContent += 'closed ' + code + ' ' + reason + '\\n'; };
  }

  async function post(payload) {
    const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' };
    if (authorization() !== null) headers.authorization = authorization();
    const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(payload) });
    return response.json();
  }

  async function run() {
    try {
      const payload = { query: get('query').value, variables: JSON.parse(get('variables').value || '{}') };
      if (/^\\s*subscription\\b/m.test(payload.query)) subscribe(payload);
      else show(await post(payload));
    } catch (error) { show(String(error)); }
  }

  const describe = (type) => type.kind === 'NON_NULL' ? describe(type.ofType) + '!' : type.kind === 'LIST' ? '[' + describe(type.ofType) + ']' : type.name;
  async function schema() {
    const type = 'type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }';
    const { data, errors } = await post({ query: '{ __schema { types { kind name fields { name args { name ' + type + ' } ' + type + ' } inputFields { name ' + type + ' } enumValues { name } } } }' });
    if (errors) return show({ errors });
    const argument = ({ name, type }) => name + ': ' + describe(type);
    show(data.__schema.types.filter(({ name }) => !name.startsWith('__')).map(({ kind, name, fields, inputFields, enumValues }) => {
      const lines = [
        ...(fields ?? []).map((field) => field.name + (field.args.length ? '(' + field.args.map(argument).join(', ') + ')' : '') + ': ' + describe(field.type)),
        ...(inputFields ?? []).map(argument),
        ...(enumValues ?? []).map((value) => value.name),
      ];
      return kind.toLowerCase() + ' ' + name + (lines.length ? ' {\\n  ' + lines.join('\\n  ') + '\\n}' : '');
    }).join('\\n\\n'));
  }

  get('run').onclick = run;
  get('schema').onclick = schema;
  get('stop').onclick = stop;
  addEventListener('keydown', (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run(); });
</script>
</html>
`;
