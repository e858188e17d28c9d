import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupConversation } from './conversation.ts';
import {
  addMembers,
  leave,
  mayWrite,
  mostMembers,
  removeMember,
  roleOf,
  setRole,
  shownMembers,
  type GroupOutcome,
} from './group.ts';

const group = (over: Partial<GroupConversation> = {}): GroupConversation => ({
  kind: 'GROUP',
  id: 'cnv_1',
  title: 'Gardeners',
  ownerId: 'ada',
  adminIds: ['ada', 'bob'],
  memberIds: ['ada', 'bob', 'carol', 'dan'],
  joinedSeqs: {},
  lastSeq: 10,
  removedThroughSeq: 0,
  messageCount: 9,
  sentCounts: {},
  lastActivityAt: new Date(0),
  mutedBy: [],
  archivedBy: [],
  ...over,
});

describe('a group', () => {
  it('is joined at the number that its latest event has, one by one', () => {
    const { group: grown, changes } = accepted(
      addMembers(group(), 'bob', ['erin', 'carol', 'finn']),
    );
    expect(grown.memberIds).toEqual(['ada', 'bob', 'carol', 'dan', 'erin', 'finn']);
    expect(grown.joinedSeqs).toEqual({ erin: 10, finn: 11 });
    expect(changes).toHaveLength(2);
  });

  it('has at most a hundred members', () => {
    const many = Array.from({ length: mostMembers - 4 }, (_, index) => String(index));
    expect(addMembers(group(), 'ada', many).refusal).toBeNull();
    expect(addMembers(group(), 'ada', [...many, 'one more']).refusal).toBe('TOO_MANY_MEMBERS');
  });

  it.each([
    ['ada', 'bob', null],
    ['ada', 'carol', null],
    ['bob', 'carol', null],
    ['bob', 'ada', 'NOT_ALLOWED'],
    ['ada', 'ada', 'NOT_ALLOWED'],
    ['carol', 'dan', 'NOT_ALLOWED'],
    ['ada', 'erin', 'NOT_FOUND'],
  ])('lets %s send %s away: %s', (actorId, userId, refusal) => {
    expect(removeMember(group(), actorId, userId).refusal).toBe(refusal);
  });

  it('falls to its longest administrator, then to its longest member', () => {
    const afterAda = accepted(leave(group(), 'ada'));
    expect(afterAda.group.ownerId).toBe('bob');
    expect(afterAda.changes.map(({ kind }) => kind)).toEqual(['LEFT', 'ROLE_CHANGED']);
    const afterBob = accepted(leave(afterAda.group, 'bob'));
    expect(roleOf(afterBob.group, 'carol')).toBe('OWNER');
    const empty = accepted(leave(accepted(leave(afterBob.group, 'dan')).group, 'carol'));
    expect(empty.group).toMatchObject({ ownerId: null, memberIds: [], adminIds: [] });
  });

  it('gets its roles from its owner, who makes somebody else the owner only by giving it away', () => {
    expect(setRole(group(), 'bob', 'carol', 'ADMIN').refusal).toBe('NOT_ALLOWED');
    expect(setRole(group(), 'ada', 'ada', 'MEMBER').refusal).toBe('NOT_ALLOWED');
    expect(setRole(group(), 'ada', 'erin', 'ADMIN').refusal).toBe('NOT_FOUND');
    expect(accepted(setRole(group(), 'ada', 'bob', 'ADMIN')).changes).toEqual([]);
    expect(roleOf(accepted(setRole(group(), 'ada', 'bob', 'MEMBER')).group, 'bob')).toBe('MEMBER');
    const { group: given } = accepted(setRole(group(), 'ada', 'carol', 'OWNER'));
    expect([roleOf(given, 'carol'), roleOf(given, 'ada')]).toEqual(['OWNER', 'ADMIN']);
  });

  it('of announcements is written by those who administer it', () => {
    const announcement = group({ kind: 'ANNOUNCEMENT' });
    expect(['ada', 'bob', 'carol'].map((id) => mayWrite(announcement, id))).toEqual([
      true,
      true,
      false,
    ]);
    expect(mayWrite(group(), 'carol')).toBe(true);
  });

  it('shows ten members, always the viewer among them', () => {
    const memberIds = Array.from({ length: 30 }, (_, index) => `usr_${String(index)}`);
    const large = group({ memberIds });
    expect(shownMembers(large, 'usr_3')).toEqual(memberIds.slice(0, 10));
    expect(shownMembers(large, 'usr_29')).toEqual([...memberIds.slice(0, 9), 'usr_29']);
  });

  it('has, whatever is done, one owner who administers as long as anybody is there', () => {
    const person = fc.constantFrom('ada', 'bob', 'carol', 'dan', 'erin', 'finn');
    const role = fc.constantFrom('OWNER', 'ADMIN', 'MEMBER');
    const step = fc.record({
      what: fc.constantFrom('add', 'remove', 'leave', 'role'),
      actorId: person,
      userId: person,
      role,
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let current = group();
        for (const { what, actorId, userId, role: given } of steps) {
          if (!current.memberIds.includes(actorId)) continue;
          const outcome: GroupOutcome<unknown> = {
            add: () => addMembers(current, actorId, [userId]),
            remove: () => removeMember(current, actorId, userId),
            leave: () => leave(current, actorId),
            role: () => setRole(current, actorId, userId, given),
          }[what]();
          current = outcome.group ?? current;
          const { memberIds, adminIds, ownerId, joinedSeqs } = current;
          expect(new Set(memberIds).size).toBe(memberIds.length);
          expect(memberIds).toEqual(expect.arrayContaining([...adminIds]));
          expect(memberIds).toEqual(expect.arrayContaining(Object.keys(joinedSeqs)));
          expect(ownerId === null ? memberIds : adminIds).toEqual(
            ownerId === null ? [] : expect.arrayContaining([ownerId]),
          );
        }
      }),
    );
  });
});

function accepted<Refusal>(outcome: GroupOutcome<Refusal>) {
  if (outcome.group === null) throw new Error(`refused: ${String(outcome.refusal)}`);
  return outcome;
}
