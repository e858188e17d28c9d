import { expect, it } from 'vitest';
import { chooseTextLanguage } from './text-language.ts';

it.each([
  ['fr', null, 'fr'],
  ['fr-CA, en;q=0.5', null, 'fr'],
  ['en;q=0.5, fr;q=0.9', null, 'fr'],
  ['de, fr;q=0.1', 'en', 'fr'],
  ['de', 'fr-BE', 'fr'],
  ['fr;q=0', null, 'en'],
  ['*', null, 'en'],
  [null, 'fr', 'fr'],
  [null, 'de', 'en'],
  [null, null, 'en'],
  [';;;q=,,fr;q=x', null, 'en'],
] as const)(
  'accept-language %j with a preference of %j gives %s',
  (accept, preferred, language) => {
    expect(chooseTextLanguage(accept, preferred)).toBe(language);
  },
);
