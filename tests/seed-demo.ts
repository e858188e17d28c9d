import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MongoClient } from 'mongodb';
import { demoPassword, demoPeople } from '../engines/src/demo-people.ts';
import { readManifests } from '../schema/registered-operations.ts';
import { demoProfiles, type DemoProfile } from './demo-profiles.ts';
import { grantRoles } from './grant-roles.ts';
import { AddSkill, SetAvailability } from './journey/documents.ts';
import { openMailbox } from './journey/mailbox.ts';
import { Person, refuseNothing, type Endpoint } from './journey/person.ts';
import { SetLocation, UpdateProfile } from './seed-documents.ts';

/**
 * Makes the demo people through the graph, as they would themselves. With `--if-empty` it does
 * nothing when anybody has signed up before. Expects the variables of a running system.
 */
const root = join(import.meta.dirname, '..');
const { PORT = '4000', INTERNAL_PORT = '4001', MONGODB_URI = '' } = process.env;
if (!process.argv.includes('--if-empty') || (await isEmpty())) await seed();

async function isEmpty(): Promise<boolean> {
  const client = new MongoClient(MONGODB_URI);
  try {
    return (await client.db('users').collection('users').estimatedDocumentCount()) === 0;
  } finally {
    await client.close();
  }
}

async function seed(): Promise<void> {
  const endpoint: Endpoint = {
    graphql: `http://127.0.0.1:${PORT}/graphql`,
    mailbox: openMailbox(`http://127.0.0.1:${INTERNAL_PORT}/mailbox`),
  };
  await Promise.all(
    demoPeople.map(async ({ name, displayName, email }) => {
      const profile = demoProfiles[name];
      if (profile !== undefined) await introduce(endpoint, displayName, email, profile);
    }),
  );
  await registerPartners();
}

/** Partners with the operations that are committed for them; keys are made when somebody asks for one. */
async function registerPartners(): Promise<void> {
  for (const { name, displayName, role } of demoPeople) {
    if (role !== 'partner') continue;
    await partners('create', name, displayName);
    for (const file of readManifests(root).keys()) {
      if (file.startsWith(`schema/operations/partner/${name}@`))
        await partners('publish', name, file);
    }
  }
}

async function partners(...words: readonly string[]): Promise<void> {
  const program = join(root, 'subgraphs', 'users', 'src', 'partners.ts');
  await promisify(execFile)(process.execPath, [program, ...words], { cwd: root });
}

async function introduce(
  endpoint: Endpoint,
  displayName: string,
  email: string,
  profile: DemoProfile,
): Promise<void> {
  const { timeZone, preferredLanguage, bio, place, skills, weekly, roles } = profile;
  await using person = new Person(endpoint, {
    displayName,
    email,
    password: demoPassword,
    timeZone,
    preferredLanguage,
  });
  await person.signUp();
  const languages = [...profile.languages];
  const { updateProfile } = await person.mutate(UpdateProfile, { input: { bio, languages } });
  refuseNothing(updateProfile.userErrors);
  const { setLocation } = await person.mutate(SetLocation, { input: place });
  refuseNothing(setLocation.userErrors);
  for (const [type, label, level] of skills) {
    const { addSkill } = await person.mutate(AddSkill, {
      input: { type, label, level, languages, modes: ['REMOTE', 'ONSITE'] },
    });
    refuseNothing(addSkill.userErrors);
  }
  if (weekly.length > 0) {
    const { setAvailability } = await person.mutate(SetAvailability, {
      input: { timeZone, weekly: weekly.map(([day, start, end]) => ({ day, start, end })) },
    });
    refuseNothing(setAvailability.userErrors);
  }
  if (roles.length > 0) await grantRoles(MONGODB_URI, email, roles);
}
