const layout = /[\s\u202A-\u202E\u2066-\u2069]+/g;

/** Somebody's words without what begins lines of their own or turns others around. */
export function oneLine(text: string): string {
  return text.replaceAll(layout, ' ');
}
