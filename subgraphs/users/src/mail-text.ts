import type { Mail } from '@skillswap/kit/mail';

/** Who gets a mail. */
export interface Recipient {
  readonly email: string;
  readonly displayName: string;
  readonly preferredLanguage: string;
}

/** A mail's words in one language. */
interface Text {
  readonly subject: string;
  readonly text: string;
}

/** A mail's words in each language that the product writes. */
export type Texts = Readonly<Record<'en' | 'fr', (name: string, link: string) => Text>>;

/** A mail in its recipient's language. */
export function composeMail(kind: string, to: Recipient, texts: Texts, link: string): Mail {
  const { subject, text } = texts[languageOf(to)](to.displayName, link);
  return { kind, to: to.email, subject, text };
}

/** The address of a page of the clients', with a link's secret when there is one. */
export function pageLink(path: string, appUrl: string, secret?: string): string {
  const link = new URL(path, appUrl);
  if (secret !== undefined) link.searchParams.set('token', secret);
  return link.href;
}

function languageOf({ preferredLanguage }: Recipient): 'en' | 'fr' {
  return preferredLanguage.split('-', 1)[0] === 'fr' ? 'fr' : 'en';
}
