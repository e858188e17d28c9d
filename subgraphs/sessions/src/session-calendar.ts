import ical, { ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator';
import { visiblePlace, type Session } from './session.ts';

/** A session as a calendar shows it to one of its two people. */
export interface CalendarEntry {
  readonly session: Session;
  /** Null when the other one's name is not known. */
  readonly counterpartName: string | null;
  /** Where the session can be looked at. */
  readonly link: string;
}

/** Calendar programs look again after this many seconds. */
const refreshSeconds = 15 * 60;

/** Sessions as iCalendar text for one person to subscribe to. Times are in UTC, so no zone is needed. */
export function sessionCalendar(entries: readonly CalendarEntry[], readerId: string): string {
  const events = entries.map((entry) => toEvent(entry, readerId));
  return ical({ name: 'SkillSwap', prodId, ttl: refreshSeconds, events }).toString();
}

/** To whom a session is announced, and by whom. */
export interface Invitation extends CalendarEntry {
  readonly reader: { readonly id: string; readonly email: string; readonly displayName: string };
  /** The address that mails of the product come from. */
  readonly organizerEmail: string;
}

/**
 * A session as an iCalendar message that puts it into a person's calendar, moves it there, or takes
 * it out. The versions of a session are versions of one event.
 */
export function invitationCalendar(invitation: Invitation): string {
  const { session, reader, organizerEmail } = invitation;
  const { CANCEL, REQUEST } = ICalCalendarMethod;
  const method = session.status === 'CANCELLED' ? CANCEL : REQUEST;
  const event = {
    ...toEvent(invitation, reader.id),
    organizer: { name: 'SkillSwap', email: organizerEmail },
    attendees: [{ email: reader.email, name: oneLine(reader.displayName) }],
  };
  return ical({ prodId, method, events: [event] }).toString();
}

const prodId = { company: 'SkillSwap', product: 'sessions' };

function toEvent({ session, counterpartName, link }: CalendarEntry, readerId: string) {
  const { id, version, startAt, endAt, createdAt, status, videoUrl } = session;
  const teaches = session.teacherId === readerId;
  const what = teaches ? 'Teaching' : 'Learning from';
  const place = visiblePlace(session, readerId);
  const event: ICalEventData = {
    id: `${id}@skillswap`,
    sequence: version,
    start: startAt,
    end: endAt,
    created: createdAt,
    stamp: createdAt,
    summary: `${what} ${oneLine(counterpartName ?? 'somebody on SkillSwap')}`,
    status: status === 'CANCELLED' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    description: videoUrl === null ? link : `${videoUrl}\n${link}`,
    url: link,
  };
  if (place === null) return { ...event, location: videoUrl };
  const { label, latitude, longitude } = place;
  const geo =
    latitude === null || longitude === null ? {} : { geo: { lat: latitude, lon: longitude } };
  return { ...event, location: { title: oneLine(label), ...geo } };
}

/** A name in a calendar is one line, whatever it was typed as. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
