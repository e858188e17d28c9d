import {
  AddSkill,
  ConfirmSession,
  ConversationEvents,
  ExpressInterest,
  Home,
  MarkRead,
  MarkSessionDone,
  Matches,
  OpenSlots,
  ProposeSession,
  SendMessage,
  SessionReviews,
  SetAvailability,
  SubmitReview,
} from './documents.ts';
import { nextClockChange } from './next-clock-change.ts';
import { Person, refuseNothing, RefusedError, type Endpoint, type Introduction } from './person.ts';

/** What the journey needs besides the graph. */
export interface Stage {
  readonly endpoint: Endpoint;
  /** Moves the whole system's clock to this instant and waits until every process follows. */
  readonly moveClockTo: (instant: Date) => Promise<void>;
  /** The system's time. */
  readonly now: () => Promise<Date>;
  /** Hears of each step and of what the graph answered. */
  readonly tell: (step: string, answer: unknown) => void;
}

/** The two who meet. */
export interface Pair {
  readonly ada: Person;
  readonly bob: Person;
}

const everyDay = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;
/** When each is open, by the clock on their own wall; Bob's end cuts into Ada's while few hours part them. */
const hours = {
  ada: { start: '18:00', end: '20:00' },
  bob: { start: '08:00', end: '14:00' },
} as const;
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

/**
 * Plays the member's journey from sign-up to published reviews through the public endpoint, as an
 * app would, and throws at the first answer that is not what the product promises. `topic` makes
 * the two people's skills their own, so that they match each other and nobody else.
 */
export async function playJourney(
  stage: Stage,
  introductions: [Introduction, Introduction],
  topic: string,
) {
  await using people = new AsyncDisposableStack();
  const ada = people.use(new Person(stage.endpoint, introductions[0]));
  const bob = people.use(new Person(stage.endpoint, introductions[1]));
  const pair: Pair = { ada, bob };

  await signUp(stage, pair);
  const skillId = await offerSkills(stage, pair, topic);
  const conversationId = await meet(stage, pair);
  await talk(stage, pair, conversationId);
  const session = await book(stage, pair, skillId);
  await beReminded(stage, pair, session);
  await learn(stage, pair, session);
  await review(stage, pair, session);
  return await arriveHome(stage, pair);
}

async function signUp({ tell }: Stage, { ada, bob }: Pair) {
  for (const person of [ada, bob]) {
    await person.signUp();
    tell(`${person.introduction.displayName} signs up and follows the link in the mail`, {
      id: person.id,
    });
  }
}

async function offerSkills({ tell }: Stage, { ada, bob }: Pair, topic: string): Promise<string> {
  const add = async (person: Person, type: 'TEACH' | 'LEARN', label: string) => {
    const { addSkill } = await person.mutate(AddSkill, {
      input: { type, label, level: 'INTERMEDIATE', languages: ['en'], modes: ['REMOTE'] },
    });
    refuseNothing(addSkill.userErrors);
    tell(`${person.introduction.displayName} adds ${type} ${label}`, addSkill.skill);
    return addSkill.skill?.id ?? '';
  };
  const skillId = await add(ada, 'TEACH', `Guitar ${topic}`);
  await add(ada, 'LEARN', `Spanish ${topic}`);
  await add(bob, 'TEACH', `Spanish ${topic}`);
  await add(bob, 'LEARN', `Guitar ${topic}`);

  for (const [person, { start, end }] of [
    [ada, hours.ada],
    [bob, hours.bob],
  ] as const) {
    const { timeZone, displayName } = person.introduction;
    const weekly = everyDay.map((weekday) => ({ day: weekday, start, end }));
    const { setAvailability } = await person.mutate(SetAvailability, {
      input: { timeZone, weekly },
    });
    refuseNothing(setAvailability.userErrors);
    tell(`${displayName} is open every day from ${start} to ${end}, ${timeZone}`, null);
  }
  return skillId;
}

async function meet({ tell }: Stage, { ada, bob }: Pair): Promise<string> {
  const firstMatch = async (person: Person) => {
    const { viewer } = await person.query(Matches, {});
    return viewer?.matches?.edges[0]?.node;
  };
  for (const [person, other] of [
    [ada, bob],
    [bob, ada],
  ] as const) {
    const match = await until('the other comes first among the matches', async () => {
      const first = await firstMatch(person);
      return first?.user?.id === other.id ? first : null;
    });
    tell(`${person.introduction.displayName} sees ${other.introduction.displayName} first`, {
      score: match.score,
      reasons: match.reasons.map(({ text }) => text),
    });
    const { expressInterest } = await person.mutate(ExpressInterest, {
      input: { matchId: match.id },
    });
    refuseNothing(expressInterest.userErrors);
    tell(`${person.introduction.displayName} is interested`, expressInterest.match);
  }
  const conversations = await Promise.all(
    [ada, bob].map((person) =>
      until(
        'mutual interest opens a conversation',
        async () => (await firstMatch(person))?.conversation?.id ?? null,
      ),
    ),
  );
  expect(new Set(conversations).size === 1, 'both have the same conversation', conversations);
  tell('The two are in one conversation', { id: conversations[0] });
  return conversations[0] ?? '';
}

async function talk({ tell }: Stage, { ada, bob }: Pair, conversationId: string) {
  const [adasView, bobsView] = [ada, bob].map((person) =>
    person.subscribe(ConversationEvents, { conversationId, afterSeq: 0 }),
  );
  const lines = [
    [ada, 'Hi! I would love to learn Spanish from you.'],
    [bob, 'And I have always wanted to play the guitar.'],
    [ada, 'Shall we start next week?'],
  ] as const;
  let seq = 0;
  for (const [person, text] of lines) {
    const input = { conversationId, clientMessageId: crypto.randomUUID(), text };
    const { sendMessage } = await person.mutate(SendMessage, { input });
    refuseNothing(sendMessage.userErrors);
    const again = await person.mutate(SendMessage, { input });
    expect(again.sendMessage.deduplicated, 'a repeated message is not sent twice', again);
    for (const view of [adasView, bobsView]) {
      const event = (await view?.next())?.conversationEvents;
      expect(
        event?.message?.text === text && event.seq > seq,
        'each message arrives live, in order',
        event,
      );
    }
    seq = sendMessage.message?.seq ?? 0;
    tell(`${person.introduction.displayName} writes, and both see it live`, { seq, text });
  }
  adasView?.end();
  bobsView?.end();
  const { markRead } = await bob.mutate(MarkRead, { input: { conversationId, seq } });
  refuseNothing(markRead.userErrors);
  expect(markRead.conversation?.unreadCount === 0, 'what was read is not unread', markRead);
}

interface Booked {
  readonly id: string;
  readonly startAt: Date;
  readonly endAt: Date;
}

async function book(stage: Stage, { ada, bob }: Pair, skillId: string): Promise<Booked> {
  const { tell } = stage;
  const { timeZone, displayName } = ada.introduction;
  const change = nextClockChange(timeZone, new Date((await stage.now()).getTime() + 5 * day));
  const span = { from: change.getTime() - 4 * day, to: change.getTime() + 4 * day };
  const { user } = await bob.query(OpenSlots, {
    userId: ada.id,
    from: new Date(span.from).toISOString(),
    to: new Date(span.to).toISOString(),
    durationMinutes: 60,
  });
  const slots = user?.openSlots ?? [];
  const isOpen = {
    ada: showsAnHourOf(hours.ada, timeZone),
    bob: showsAnHourOf(hours.bob, bob.introduction.timeZone),
  };
  const suitBoth = hoursFrom(span, (at) => isOpen.ada(at) && isOpen.bob(at));
  const offered = slots.map(({ startAt }) => Date.parse(startAt));
  expect(
    JSON.stringify(offered) === JSON.stringify(suitBoth),
    "slots are the hours that both people's own clocks allow",
    { offered: slots, suitBoth },
  );
  const [before, after] = [
    offered.filter((start) => start < change.getTime()).length,
    offered.filter((start) => start > change.getTime()).length,
  ];
  expect(
    before > 0 && after > 0 && before !== after,
    'the hours that part the two change with the clocks',
    { before, after },
  );
  tell(
    `${displayName}'s open slots around the change of clocks on ${change.toISOString().slice(0, 10)}`,
    { before, after },
  );

  const slot = slots.find(({ startAt }) => new Date(startAt).getTime() > change.getTime() + day);
  if (slot === undefined) throw new RefusedError('no slot after the change of clocks');
  const proposal = { skillId, startAt: slot.startAt, endAt: slot.endAt, mode: 'REMOTE' } as const;
  const input = {
    ...proposal,
    idempotencyKey: crypto.randomUUID(),
    videoUrl: 'https://meet.example/guitar',
  };
  const { proposeSession } = await bob.mutate(ProposeSession, { input });
  refuseNothing(proposeSession.userErrors);
  tell(`${bob.introduction.displayName} proposes a session`, proposeSession.session);
  const sessionId = proposeSession.session?.id ?? '';
  const { confirmSession } = await ada.mutate(ConfirmSession, { input: { sessionId } });
  refuseNothing(confirmSession.userErrors);
  tell(`${displayName} confirms it`, confirmSession.session);
  const early = await submitReview(bob, sessionId, 5, 'It will be good.');
  expect(early.userErrors[0]?.code === 'NOT_DONE', 'nobody reviews what is to come', early);
  return { id: sessionId, startAt: new Date(slot.startAt), endAt: new Date(slot.endAt) };
}

/** Tells whether a wall's clock shows one of these hours. */
function showsAnHourOf({ start, end }: { start: string; end: string }, timeZone: string) {
  const wall = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  return (instant: number) => {
    const shown = wall.format(instant);
    return start <= shown && shown < end;
  };
}

/** Each quarter hour from which a whole hour is open. */
function hoursFrom({ from, to }: { from: number; to: number }, isOpen: (at: number) => boolean) {
  const starts: number[] = [];
  for (let at = from; at + hour <= to; at += 15 * minute) {
    if (isOpen(at) && isOpen(at + 59 * minute)) starts.push(at);
  }
  return starts;
}

async function beReminded(stage: Stage, { ada, bob }: Pair, session: Booked) {
  const { mailbox } = stage.endpoint;
  const moments = [
    ['a day', session.startAt.getTime() - 23 * hour, 1],
    ['an hour', session.startAt.getTime() - 30 * minute, 2],
  ] as const;
  for (const [before, instant, mails] of moments) {
    await stage.moveClockTo(new Date(instant));
    for (const { introduction } of [ada, bob]) {
      const received = await until('the reminder comes', async () => {
        const reminders = await mailbox.list(introduction.email, 'SESSION_REMINDER');
        return reminders.length >= mails ? reminders : null;
      });
      expect(received.length === mails, 'each reminder comes once', received);
      stage.tell(`${introduction.displayName} is reminded ${before} before`, {
        subject: received[0]?.subject,
      });
    }
  }
}

async function learn(stage: Stage, { ada, bob }: Pair, session: Booked) {
  await stage.moveClockTo(new Date(session.endAt.getTime() + minute));
  for (const person of [ada, bob]) {
    await person.logIn();
    const { markSessionDone } = await person.mutate(MarkSessionDone, {
      input: { sessionId: session.id },
    });
    refuseNothing(markSessionDone.userErrors);
    stage.tell(
      `${person.introduction.displayName} marks the session as done`,
      markSessionDone.session,
    );
  }
}

async function review({ tell }: Stage, { ada, bob }: Pair, { id }: Booked) {
  const visible = async (person: Person) =>
    (await person.query(SessionReviews, { id })).session?.reviews?.length;
  const submit = async (person: Person, stars: number, comment: string) => {
    const { review: submitted, userErrors } = await submitReview(person, id, stars, comment);
    refuseNothing(userErrors);
    tell(`${person.introduction.displayName} reviews with ${String(stars)} stars`, submitted);
  };
  const isFinal = async (person: Person) => {
    const again = await submitReview(person, id, 1, 'On second thoughts.');
    expect(again.userErrors[0]?.code === 'ALREADY_REVIEWED', 'a review is final', again);
  };
  await submit(bob, 5, 'A patient teacher.');
  await isFinal(bob);
  expect((await visible(ada)) === 0, 'a first review is sealed', await visible(ada));
  const { viewer } = await ada.query(Home, {});
  expect((viewer?.reputation?.count ?? 0) === 0, 'and counts nowhere', viewer?.reputation);
  tell(`${ada.introduction.displayName} sees nothing of it yet`, { reviews: 0 });
  await submit(ada, 4, 'A keen learner.');
  for (const person of [ada, bob]) {
    expect((await visible(person)) === 2, 'both reviews appear together', await visible(person));
  }
  await isFinal(bob);
  tell('Both reviews are there for both', { reviews: 2 });
}

async function submitReview(person: Person, sessionId: string, stars: number, comment: string) {
  const marks = {
    stars,
    punctuality: stars,
    pedagogy: stars,
    engagement: stars,
    communication: stars,
  };
  const input = { sessionId, ...marks, comment };
  return (await person.mutate(SubmitReview, { input })).submitReview;
}

async function arriveHome({ tell }: Stage, { ada, bob }: Pair) {
  const home = await until('time credits and reputation have arrived', async () => {
    const data = await ada.query(Home, {});
    const { reputation, timeCredits } = data.viewer ?? {};
    return reputation?.count === 1 && timeCredits?.balanceMinutes === 60 ? data : null;
  });
  tell(`${ada.introduction.displayName}'s home screen, in one request`, home.viewer);
  const learner = await until('the learner has paid with time', async () => {
    const data = await bob.query(Home, {});
    return data.viewer?.timeCredits?.balanceMinutes === -60 ? data : null;
  });
  return { teacher: home, learner };
}

/** Looks again until `look` finds something, for up to fifteen seconds. */
async function until<Found>(
  expectation: string,
  look: () => Promise<Found | null>,
): Promise<Found> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > deadline) throw new RefusedError(`did not happen: ${expectation}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function expect(holds: boolean, expectation: string, answer: unknown) {
  if (!holds)
    throw new RefusedError(
      `does not hold: ${expectation}; the graph said ${JSON.stringify(answer)}`,
    );
}
