import { unauthorizedField } from '@skillswap/kit/errors';
import { isSelf } from '@skillswap/kit/viewer';
import type { DayWindow } from '../availability.ts';
import type { AvailabilityPlanResolvers } from '../generated/resolvers.ts';
import { formatLocalDate, formatLocalTime } from '../local-time.ts';

export const AvailabilityPlan: AvailabilityPlanResolvers = {
  weekly: ({ weekly }) => weekly.map(({ day, ...window }) => ({ day, ...toHours(window) })),

  exceptions({ userId, exceptions }, _args, { viewer }) {
    if (!isSelf(viewer, userId)) throw unauthorizedField();
    return exceptions.map(({ id, firstDay, lastDay, windows }) => ({
      id,
      firstDay: formatLocalDate(firstDay),
      lastDay: formatLocalDate(lastDay),
      windows: windows.map(toHours),
    }));
  },
};

function toHours({ start, end }: DayWindow) {
  return { start: formatLocalTime(start), end: formatLocalTime(end) };
}
