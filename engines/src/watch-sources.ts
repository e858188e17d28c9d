import { watch } from 'node:fs';
import { join } from 'node:path';

const quiet = 200;
const isSource = (file: string) =>
  /\.(ts|graphql)$/.test(file) && !/(^|\/)test\/|\.test\.ts$/.test(file);

/** Calls back, once things are quiet, when source files below one of the folders have changed. */
export function watchSources(folders: readonly string[], changed: () => void): Disposable {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, (_event, file) => {
      if (file === null || !isSource(join(folder, file))) return;
      clearTimeout(timer);
      timer = setTimeout(changed, quiet);
    }),
  );
  return {
    [Symbol.dispose]() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
