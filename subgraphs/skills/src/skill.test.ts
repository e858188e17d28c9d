import { describe, expect, it } from 'vitest';
import { refuseSkill, topicsOf, type NewSkill } from './skill.ts';

const guitar: NewSkill = {
  type: 'TEACH',
  label: 'Guitar',
  tagSlug: null,
  level: 'ADVANCED',
  languages: ['fr', 'en-GB'],
  modes: ['REMOTE'],
};

describe('refuses a skill', () => {
  it.each([
    ['without label and subject', { label: null }, 'LABEL_REQUIRED', 'label'],
    ['with an empty label', { label: '  ' }, 'LABEL_REQUIRED', 'label'],
    [
      'with an empty label beside a subject',
      { label: '', tagSlug: 'guitar' },
      'LABEL_REQUIRED',
      'label',
    ],
    ['with an invisible label', { label: '\u200B\u2060' }, 'LABEL_REQUIRED', 'label'],
    ['with a label of accents alone', { label: '\u0301' }, 'LABEL_REQUIRED', 'label'],
    ['with a label of 81 characters', { label: 'x'.repeat(81) }, 'TOO_LONG', 'label'],
    ['with a label of a megabyte', { label: 'x'.repeat(1024 * 1024) }, 'TOO_LONG', 'label'],
    ['with control characters', { label: 'gui\u0000tar' }, 'INVALID_TEXT', 'label'],
    ['with a line break', { label: 'gui\ntar' }, 'INVALID_TEXT', 'label'],
    ['with half a surrogate pair', { label: 'guitar \uD800' }, 'INVALID_TEXT', 'label'],
    ['without languages', { languages: [] }, 'INVALID_LANGUAGES', 'languages'],
    [
      'with something that is no language',
      { languages: ['fr', 'français!'] },
      'INVALID_LANGUAGES',
      'languages',
    ],
    [
      'with eleven languages',
      { languages: Array.from({ length: 11 }, () => 'fr') },
      'INVALID_LANGUAGES',
      'languages',
    ],
    ['without a way to meet', { modes: [] }, 'MODES_REQUIRED', 'modes'],
  ] as const)('%s', (_case, over, refused, field) => {
    expect(refuseSkill({ ...guitar, ...over })).toEqual({ refused, path: [field] });
  });

  it.each([
    ['with a label', {}],
    ['with a subject', { label: null, tagSlug: 'guitar' }],
    ['with both', { tagSlug: 'guitar' }],
    ['with 80 characters beyond the basic plane', { label: '𝄞'.repeat(80) }],
  ])('but none %s', (_case, over) => {
    expect(refuseSkill({ ...guitar, ...over })).toBeNull();
  });
});

it('a topic is a tag or a normalised label, and the two never meet', () => {
  expect(topicsOf('Échecs', 'chess')).toEqual(['tag:chess', 'label:echecs']);
  expect(topicsOf('tag:chess', null)).toEqual(['label:tag:chess']);
});
