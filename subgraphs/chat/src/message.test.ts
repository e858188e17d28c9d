import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, refuseDraft, type MessageDraft } from './message.ts';

const draft = (over: Partial<MessageDraft> = {}): MessageDraft => ({
  conversationId: 'cnv_1',
  clientMessageId: '1',
  text: 'hello',
  replyToId: null,
  mentionedUserIds: [],
  ...over,
});

describe('a draft', () => {
  it.each([
    ['plain text', {}, null],
    ['several lines', { text: 'a\n\tb' }, null],
    ['joined emoji', { text: '👩‍👩‍👧' }, null],
    ['nothing', { text: '' }, 'EMPTY'],
    ['invisible characters', { text: ' \u200B\u00AD\uFEFF ' }, 'EMPTY'],
    ['4,000 characters', { text: 'é'.repeat(4_000) }, null],
    ['4,001 characters', { text: 'é'.repeat(4_001) }, 'TOO_LONG'],
    ['a control character', { text: 'a\u0007' }, 'INVALID_TEXT'],
    ['half a character', { text: '\uDC00' }, 'INVALID_TEXT'],
    ['an empty client id', { clientMessageId: ' ' }, 'EMPTY'],
  ])('of %s is judged', (_title, over, code) => {
    expect(refuseDraft(draft(over))?.code ?? null).toBe(code);
  });

  it('is never taken when it is longer than 4,000 characters as stored', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 9_000 }), (text) => {
        fc.pre(refuseDraft(draft({ text })) === null);
        expect(Array.from(text.normalize('NFC').trim()).length).toBeLessThanOrEqual(4_000);
      }),
    );
  });
});

describe('the fingerprint', () => {
  it('is the same for what is stored as the same message', () => {
    expect(fingerprint(draft({ text: ' e\u0301\r\n' }))).toBe(
      fingerprint(draft({ text: '\u00E9' })),
    );
  });

  it('differs with the text and with what is answered', () => {
    const all = [draft(), draft({ text: 'hallo' }), draft({ replyToId: 'msg_1' })];
    expect(new Set(all.map(fingerprint)).size).toBe(3);
  });
});
