/** A value of a form: text, or what stands in brackets below a name. */
export interface Form {
  readonly [name: string]: string | Form | undefined;
}

/** Reads a form as Stripe encodes it: `metadata[orderId]=7` is `{metadata: {orderId: '7'}}`. */
export function parseForm(body: string): Form {
  const form: Record<string, string | Form | undefined> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const path = name.replaceAll(']', '').split('[');
    set(form, path, value);
  }
  return form;
}

/** The text of a form's field, or null. */
export function textOf(form: Form, name: string): string | null {
  const value = form[name];
  return typeof value === 'string' ? value : null;
}

/** The texts below a form's field. */
export function textsBelow(form: Form, name: string): Readonly<Record<string, string>> {
  const below = form[name];
  if (below === undefined || typeof below === 'string') return {};
  return Object.fromEntries(
    Object.entries(below).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

function set(form: Record<string, string | Form | undefined>, path: string[], value: string): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    form[name] = value;
    return;
  }
  const below = form[name];
  const nested: Record<string, string | Form | undefined> =
    below === undefined || typeof below === 'string' ? {} : { ...below };
  set(nested, rest, value);
  form[name] = nested;
}
