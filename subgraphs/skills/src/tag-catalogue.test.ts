import { expect, it } from 'vitest';
import { tagNames, tagSearchTerms } from './skill-tag.ts';
import { tagCatalogue } from './tag-catalogue.ts';

it('offers about sixty subjects under distinct slugs', () => {
  expect(tagCatalogue.length).toBeGreaterThanOrEqual(60);
  expect(new Set(tagCatalogue.map(({ slug }) => slug)).size).toBe(tagCatalogue.length);
  for (const { slug } of tagCatalogue) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

it('gives no name to two subjects', () => {
  const names = tagCatalogue.flatMap((tag) => tagNames(tag));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('is searched by every word onwards', () => {
  const tag = {
    slug: 'web',
    labels: { en: 'Web development', fr: 'Développement web' },
    aliases: [],
  };
  expect(tagSearchTerms(tag)).toEqual([
    'web development',
    'development',
    'developpement web',
    'web',
  ]);
});
