import { createSmtpMailer } from '@skillswap/kit/smtp-mailer';
import { eventually } from '@skillswap/kit/test/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startMailServer, type MailServer } from './mail-server.ts';
import { accepted } from './payloads.ts';
import { startSessions, type TestSessions } from './start-sessions.ts';

let mailServer: MailServer;
let sessions: TestSessions;
beforeAll(async () => {
  mailServer = await startMailServer();
  const from = 'SkillSwap <no-reply@skillswap.example>';
  sessions = await startSessions({ sendMail: createSmtpMailer(mailServer.url, from) });
});
afterAll(async () => {
  await sessions[Symbol.asyncDispose]();
  await mailServer[Symbol.asyncDispose]();
});

/** The mails that a person's mail program shows, once there are so many. */
async function mailsOf({ id }: { readonly id: string }, count: number) {
  const own = () => mailServer.received.filter(({ mail }) => mail.to?.[0]?.address?.startsWith(id));
  await eventually(() => {
    expect(own()).toHaveLength(count);
  });
  return own();
}

it('a letter reaches a mail program whole, and its calendar as an invitation', async () => {
  const { teacher, learner, skillId } = await sessions.aPair();
  sessions.town.settle({ id: teacher.id, preferredLanguage: 'fr', timeZone: 'Europe/Paris' });
  sessions.town.settle({
    ...{ id: learner.id, displayName: 'Zoé 王\r\nBcc: eve@example.org' },
  });
  const { id: sessionId } = accepted(await sessions.propose(learner, skillId));
  accepted(await sessions.act(teacher, 'confirmSession', { sessionId }));
  const [invited] = await mailsOf(teacher, 1);
  expect(invited?.recipients).toEqual([`${teacher.id}@example.org`]);
  expect(invited?.mail).toMatchObject({
    from: { name: 'SkillSwap', address: 'no-reply@skillswap.example' },
    to: [{ address: `${teacher.id}@example.org` }],
    subject: 'Votre session avec Zoé 王 Bcc: eve@example.org',
  });
  const atEleven = 'aura lieu le mercredi 3 mars 2027 à 11:00 (Europe/Paris)';
  expect(invited?.mail.text).toContain(atEleven);
  expect(invited?.mail.html).toContain(atEleven);
  const link = `href="http://localhost:4000/sessions/${sessionId}"`;
  expect(invited?.mail.html).toContain(link);
  expect(invited?.mail.bcc ?? []).toEqual([]);
  const [invitation, ...others] = calendarsIn(invited?.mail);
  expect(others).toEqual([]);
  expect(invitation).toMatch(/^BEGIN:VCALENDAR\n[^]*\nMETHOD:REQUEST\n[^]*\nEND:VCALENDAR\s*$/);
  expect(invitation).toContain('\nSUMMARY:Teaching Zoé 王 Bcc: eve@example.org\n');

  accepted(await sessions.act(learner, 'cancelSession', { sessionId }));
  const [, calledOff] = await mailsOf(teacher, 2);
  expect(calledOff?.mail.subject).toContain('est annulée');
  expect(calendarsIn(calledOff?.mail)[0]).toMatch(/METHOD:CANCEL[^]*STATUS:CANCELLED/);
});

/** What a mail program gives to its calendar: one text, though programs that differ find it in two places. */
function calendarsIn(mail: MailServer['received'][number]['mail'] | undefined): string[] {
  const parts = (mail?.attachments ?? []).filter(({ mimeType }) => /calendar|ics/.test(mimeType));
  const texts = parts.map(({ content }) =>
    typeof content === 'string' ? content : new TextDecoder().decode(content),
  );
  return [...new Set(texts.map((text) => text.replaceAll('\r\n', '\n').replaceAll('\n ', '')))];
}
