import type { Engine } from './engine.ts';
import { borrowedEngine } from './running-engine.ts';
import type { RunningEngine } from './running-engine.ts';
import { reasonOf, StartupError } from './startup-error.ts';

/** Uses a server that somebody else runs, after one connection has shown that it can be used. */
export async function useGivenEngine(engine: Engine, url: string): Promise<RunningEngine> {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  const isPlausible = engine.protocols.includes(protocol) || isSeedList(engine, url);
  if (!isPlausible) {
    throw new StartupError(
      `${engine.variable} must be a ${engine.protocols.map((name) => `${name}//`).join(' or ')} URL: ` +
        'correct it, or unset it to have a server started here.',
    );
  }
  await engine.checkUrl(url).catch((error: unknown) => {
    throw new StartupError(
      `${engine.title} cannot be used at the address in ${engine.variable} (${reasonOf(error)}): ` +
        'start that server or correct the address, or unset the variable to have one started here.',
    );
  });
  return borrowedEngine(engine, url, `given by ${engine.variable}`);
}

/** Several hosts separated by commas make no URL for the platform, though they do for the driver. */
function isSeedList(engine: Engine, url: string): boolean {
  return engine.protocols.some((protocol) => url.startsWith(`${protocol}//`)) && url.includes(',');
}
