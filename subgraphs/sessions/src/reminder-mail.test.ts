import { describe, expect, it } from 'vitest';
import { reminderMail } from './reminder-mail.ts';

const reminder = {
  to: 'ada@example.org',
  language: 'en',
  timeZone: 'America/New_York',
  recipientName: 'Ada',
  counterpartName: 'Bob',
  startAt: new Date('2027-03-15T13:00:00Z'),
  minutesBefore: 1_440,
  link: 'http://localhost:4000/sessions/ses_1',
};

describe('a reminder', () => {
  it('names the start by the clock of its reader', () => {
    const { kind, subject, text } = reminderMail(reminder);
    expect(kind).toBe('SESSION_REMINDER');
    expect(subject).toBe('Your session with Bob is tomorrow');
    expect(text).toMatch(/Monday,? 15 March 2027 at 09:00 \(America\/New_York\)/);
    expect(text).toContain(reminder.link);
  });

  it('is written in French for those who prefer it', () => {
    const mail = reminderMail({ ...reminder, language: 'fr-CA', timeZone: 'Europe/Paris' });
    expect(mail.subject).toBe('Votre session avec Bob, c’est demain');
    expect(mail.text).toMatch(/lundi 15 mars 2027 à 14:00 \(Europe\/Paris\)/);
  });
});
