/** The graph that is served; another one takes its place between two requests. */
export interface Graphs<Served extends AsyncDisposable> extends AsyncDisposable {
  /** What new operations run on. */
  readonly current: () => Served;
  /**
   * Loads another graph and serves it from then on. When it is refused, this throws and the one
   * before goes on. Replacements follow one another in the order in which they were asked for.
   */
  replace(load: () => Promise<Served>): Promise<void>;
}

/** What {@link serveGraphs} needs. */
export interface GraphsOptions<Served> {
  readonly first: Served;
  /** Called with a graph that no new operation will run on. */
  readonly retire: (graph: Served) => void;
  /** How long an operation that began on a retired graph may still need it. */
  readonly lingerMilliseconds: number;
}

/** Serves the first graph. Disposing gives up all that are left. */
export function serveGraphs<Served extends AsyncDisposable>({
  first,
  retire,
  lingerMilliseconds,
}: GraphsOptions<Served>): Graphs<Served> {
  let current = first;
  let last: Promise<unknown> = Promise.resolve();
  const lingering = new Map<Served, NodeJS.Timeout>();

  const give = async (graph: Served): Promise<void> => {
    clearTimeout(lingering.get(graph));
    lingering.delete(graph);
    await graph[Symbol.asyncDispose]();
  };

  const take = (next: Served): void => {
    const before = current;
    current = next;
    retire(before);
    lingering.set(
      before,
      setTimeout(() => void give(before), lingerMilliseconds),
    );
  };

  return {
    current: () => current,
    replace(load) {
      const replaced = last.then(load).then(take);
      last = replaced.catch(() => undefined);
      return replaced;
    },
    async [Symbol.asyncDispose]() {
      await last;
      await Promise.all([...lingering.keys(), current].map(give));
    },
  };
}
