import { z } from 'zod';

const eventControls = z.strictObject({
  /** Waits before the first delivery. */
  delayMilliseconds: z.int().min(0).max(600_000),
  /** Delivers each event so many times, at once. */
  times: z.int().min(1).max(100),
  /** Collects events for 300 ms and delivers them last first. */
  reversed: z.boolean(),
  /** Delivers nothing. */
  dropped: z.boolean(),
});
const apiControls = z.strictObject({
  /** Waits before answering. */
  delayMilliseconds: z.int().min(0).max(600_000),
  /** Answers the next so many requests with 500, without doing them. */
  failNext: z.int().min(0),
  /** Does the next so many requests and cuts the connection instead of answering. */
  cutNext: z.int().min(0),
});
const change = z
  .strictObject({ events: eventControls.partial(), api: apiControls.partial() })
  .partial();

/** How the sandbox misbehaves on purpose. */
export interface Controls {
  readonly events: Readonly<z.infer<typeof eventControls>>;
  readonly api: Readonly<z.infer<typeof apiControls>>;
}

/** A sandbox that behaves. */
export const wellBehaved: Controls = {
  events: { delayMilliseconds: 0, times: 1, reversed: false, dropped: false },
  api: { delayMilliseconds: 0, failNext: 0, cutNext: 0 },
};

/** Applies a change to the controls; null when it is none. `{}` makes the sandbox behave. */
export function changeControls(controls: Controls, wanted: unknown): Controls | null {
  const parsed = change.safeParse(wanted);
  if (!parsed.success) return null;
  const { events, api } = parsed.data;
  if (events === undefined && api === undefined) return wellBehaved;
  return {
    events: eventControls.parse({ ...controls.events, ...events }),
    api: apiControls.parse({ ...controls.api, ...api }),
  };
}
