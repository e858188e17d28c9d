/** How far a session can have come. */
export const sessionStatuses = [
  'PROPOSED',
  'COUNTERED',
  'CONFIRMED',
  'RESCHEDULE_PENDING',
  'DECLINED',
  'EXPIRED',
  'CANCELLED',
  'DONE',
  'NO_SHOW',
  'DISPUTED',
] as const;

/** One of {@link sessionStatuses}. */
export type SessionStatus = (typeof sessionStatuses)[number];

/** What people, or time, do with a session. */
export type SessionAction =
  | 'confirm'
  | 'requestReschedule'
  | 'acceptReschedule'
  | 'declineReschedule'
  | 'letRescheduleLapse'
  | 'counter'
  | 'decline'
  | 'cancel'
  | 'expire'
  | 'markDone'
  | 'completeBySilence'
  | 'reportNoShow'
  | 'contest'
  | 'decideDone'
  | 'decideNoShow';

/** Where a proposal that waits for an answer can go. */
const answers = {
  confirm: 'CONFIRMED',
  counter: 'COUNTERED',
  decline: 'DECLINED',
  cancel: 'CANCELLED',
  expire: 'EXPIRED',
} as const;

/** The state machine: where each action leads from each status. What is not here is not possible. */
const transitions: Readonly<
  Record<SessionStatus, Readonly<Partial<Record<SessionAction, SessionStatus>>>>
> = {
  PROPOSED: answers,
  COUNTERED: answers,
  CONFIRMED: {
    cancel: 'CANCELLED',
    requestReschedule: 'RESCHEDULE_PENDING',
    markDone: 'DONE',
    completeBySilence: 'DONE',
    reportNoShow: 'NO_SHOW',
  },
  RESCHEDULE_PENDING: {
    cancel: 'CANCELLED',
    acceptReschedule: 'CONFIRMED',
    declineReschedule: 'CONFIRMED',
    letRescheduleLapse: 'CONFIRMED',
  },
  DECLINED: {},
  EXPIRED: {},
  CANCELLED: {},
  DONE: {},
  NO_SHOW: { contest: 'DISPUTED' },
  DISPUTED: { decideDone: 'DONE', decideNoShow: 'NO_SHOW' },
};

/** Where the action leads from this status; null when it is not possible there. */
export function nextStatus(status: SessionStatus, action: SessionAction): SessionStatus | null {
  return transitions[status][action] ?? null;
}

/** Statuses in which one person has proposed a time and the other has not answered. */
export const awaitingStatuses: readonly SessionStatus[] = ['PROPOSED', 'COUNTERED'];

/** True for {@link awaitingStatuses}. */
export function awaitsAnswer(status: SessionStatus): boolean {
  return awaitingStatuses.includes(status);
}

/** Statuses in which the session's time is taken for both people. */
export const holdingStatuses: readonly SessionStatus[] = [
  'CONFIRMED',
  'RESCHEDULE_PENDING',
  'DONE',
  'NO_SHOW',
  'DISPUTED',
];

/** True when a session with this status takes both people's time. */
export function holdsTime(status: SessionStatus): boolean {
  return holdingStatuses.includes(status);
}
