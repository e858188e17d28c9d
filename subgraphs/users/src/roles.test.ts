import { describe, expect, it } from 'vitest';
import { isRole, scopesOf } from './roles.ts';

describe('roles', () => {
  it('allow what staff do, and nothing to members', () => {
    expect(scopesOf(['LEARNER', 'TEACHER', 'GROUP_ADMIN'])).toEqual([]);
    expect(scopesOf(['MENTOR'])).toEqual(['mentoring']);
    expect(scopesOf(['ADMIN', 'FINANCE', 'MODERATOR', 'SUPPORT', 'AUDITOR', 'ADMIN'])).toEqual([
      'admin',
      'audit',
      'finance',
      'moderation',
      'support',
    ]);
  });

  it('are known by their names', () => {
    expect(isRole('ADMIN')).toBe(true);
    expect(isRole('admin')).toBe(false);
    expect(isRole('constructor')).toBe(false);
  });
});
