import { expect, it } from 'vitest';
import { noticeKinds, noticeLanguage, wordNotice, type Notice } from './notice.ts';

const moved: Notice = { kind: 'SESSION_RESCHEDULED', startAt: new Date('2026-03-02T17:00:00Z') };

it.each([
  [null, 'UTC', 'The session has moved to Monday, 2 March 2026 at 17:00.'],
  ['en', 'Asia/Tokyo', 'The session has moved to Tuesday, 3 March 2026 at 02:00.'],
  ['fr-CA', 'Europe/Paris', 'La session est déplacée au lundi 2 mars 2026 à 18:00.'],
  ['de', 'Europe/Berlin', 'The session has moved to Monday, 2 March 2026 at 18:00.'],
])(
  'a notice for one who prefers %s in %s is in their words and time',
  (language, timeZone, text) => {
    expect(wordNotice(moved, { userId: 'ada', language, timeZone })).toBe(text);
  },
);

it('every notice has words of its own in both languages', () => {
  const texts = ['en', 'fr'].flatMap((language) =>
    noticeKinds.map((kind) =>
      wordNotice({ ...moved, kind }, { userId: 'ada', language, timeZone: 'UTC' }),
    ),
  );
  expect(new Set(texts).size).toBe(noticeKinds.length * 2);
});

it('a language that only begins like French is not French', () => {
  expect(noticeLanguage('frr')).toBe('en');
  expect(noticeLanguage('FR')).toBe('fr');
});
