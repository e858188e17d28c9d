const dayMilliseconds = 24 * 60 * 60 * 1000;
/** Days after the end of the paid period on which a renewal is charged again. */
const retryDays = [1, 3, 5, 7];
const graceDays = 7;
const patienceDays = 30;
/** After the attempts of the third and the fifth day the member is written to again. */
const reminderAttempts = [3, 4];

const daysAfter = (day: Date, days: number) => new Date(day.getTime() + days * dayMilliseconds);

/** When a declined renewal is charged again; null when it was declined often enough. */
export function nextAttempt(periodEnd: Date, attempts: number): Date | null {
  const days = retryDays[attempts - 1];
  return days === undefined ? null : daysAfter(periodEnd, days);
}

/** True when the member is reminded after a renewal was declined so often. */
export function isReminder(attempts: number): boolean {
  return reminderAttempts.includes(attempts);
}

/** Until when a membership stays in force although its renewal is owed. */
export function graceEnd(periodEnd: Date): Date {
  return daysAfter(periodEnd, graceDays);
}

/** Until when what is owed can be paid; then the membership is over. */
export function patienceEnd(periodEnd: Date): Date {
  return daysAfter(periodEnd, patienceDays);
}
