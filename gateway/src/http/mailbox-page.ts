import { z } from 'zod';

const mailSchema = z.object({
  at: z.string(),
  kind: z.string(),
  to: z.string(),
  subject: z.string(),
  html: z.string(),
});

/** Development's mailbox as a page, newest first. */
export function mailboxPage(mails: readonly string[]): string {
  const articles = mails.map((text) => {
    const mail = mailSchema.parse(JSON.parse(text));
    return `<article><h2>${escape(mail.subject)}</h2>
<p class="to">${escape(mail.kind)} to ${escape(mail.to)} at ${escape(mail.at)}</p>${mail.html}</article>`;
  });
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>SkillSwap mailbox</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; }
  article { border: 1px solid #c8ccd4; border-radius: 4px; padding: 0 1em; margin: 1em 0; }
  h2 { font-size: 1.1em; margin-bottom: 0; } .to { color: #667; margin-top: 0; }
</style>
<h1>Mailbox</h1>
${articles.length === 0 ? '<p>No mail has been sent yet.</p>' : articles.join('\n')}
</html>
`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
