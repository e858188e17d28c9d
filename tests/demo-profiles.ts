import type { SkillLevel, SkillType, Weekday } from './generated/graphql.ts';

/** What a demo person tells of themselves. */
export interface DemoProfile {
  readonly bio: string;
  readonly timeZone: string;
  readonly preferredLanguage: string;
  readonly languages: readonly string[];
  readonly place: { readonly latitude: number; readonly longitude: number; readonly label: string };
  readonly skills: readonly (readonly [SkillType, string, SkillLevel])[];
  readonly weekly: readonly (readonly [Weekday, string, string])[];
  readonly roles: readonly string[];
}

const paris = { latitude: 48.8566, longitude: 2.3522, label: 'Paris' };

/** By the name of the demo person. Ada and Bob complement each other. */
export const demoProfiles: Readonly<Record<string, DemoProfile>> = {
  ada: {
    bio: 'Plays the guitar since school and would like to order tapas in Spanish.',
    timeZone: 'Europe/Paris',
    preferredLanguage: 'fr',
    languages: ['fr', 'en'],
    place: paris,
    skills: [
      ['TEACH', 'Guitar', 'ADVANCED'],
      ['LEARN', 'Spanish', 'BEGINNER'],
    ],
    weekly: [
      ['TUESDAY', '18:00', '21:00'],
      ['THURSDAY', '18:00', '21:00'],
      ['SATURDAY', '10:00', '16:00'],
    ],
    roles: [],
  },
  bob: {
    bio: 'Grew up in Seville, lives in Lyon, finally wants to learn an instrument.',
    timeZone: 'Europe/Paris',
    preferredLanguage: 'en',
    languages: ['en', 'es'],
    place: { latitude: 45.764, longitude: 4.8357, label: 'Lyon' },
    skills: [
      ['TEACH', 'Spanish', 'ADVANCED'],
      ['LEARN', 'Guitar', 'BEGINNER'],
    ],
    weekly: [
      ['TUESDAY', '19:00', '22:00'],
      ['SATURDAY', '09:00', '13:00'],
    ],
    roles: [],
  },
  carol: {
    bio: 'Bakes bread in New York and reads about photography.',
    timeZone: 'America/New_York',
    preferredLanguage: 'en',
    languages: ['en'],
    place: { latitude: 40.7128, longitude: -74.006, label: 'New York' },
    skills: [
      ['TEACH', 'Baking', 'ADVANCED'],
      ['LEARN', 'Photography', 'BEGINNER'],
      ['LEARN', 'Spanish', 'INTERMEDIATE'],
    ],
    weekly: [['SUNDAY', '09:00', '18:00']],
    roles: [],
  },
  dan: {
    bio: 'Keeps the conversation friendly.',
    timeZone: 'Europe/London',
    preferredLanguage: 'en',
    languages: ['en'],
    place: { latitude: 51.5072, longitude: -0.1276, label: 'London' },
    skills: [],
    weekly: [],
    roles: ['MODERATOR'],
  },
  eve: {
    bio: 'Looks after SkillSwap.',
    timeZone: 'Europe/Paris',
    preferredLanguage: 'en',
    languages: ['en', 'fr'],
    place: paris,
    skills: [],
    weekly: [],
    roles: ['ADMIN'],
  },
  acme: {
    bio: 'Sends its apprentices to SkillSwap.',
    timeZone: 'Europe/Paris',
    preferredLanguage: 'en',
    languages: ['en', 'fr'],
    place: paris,
    skills: [],
    weekly: [],
    roles: [],
  },
};
