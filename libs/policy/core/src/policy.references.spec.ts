import type { PolicyDraft } from '@tenure/policy-contract';
import { referencesOf } from './policy.references';
import { calendarContent, standardContent, target, text, tierContent } from './testing/policy.samples';

const draft = { policyId: 'p', version: 1, title: text, by: 'anna', draftedAt: '', draftFingerprint: '' };

describe('the policies that a policy names', () => {
  it('are the calendars and escalations of its targets, each once, at its first place', () => {
    const targets = [
      target('a', 'resolution', {}),
      { ...target('b', 'feedback', {}), calendarId: 'calendar-cn', escalationId: 'escalation' },
      { ...target('c', 'follow-up', {}), escalationId: 'escalation' },
    ];
    const standard: PolicyDraft = { ...draft, kind: 'service-standard', content: { ...standardContent, targets } };
    expect(referencesOf(standard).toSorted((a, b) => (a.place < b.place ? -1 : 1))).toEqual([
      { kind: 'calendar', policyId: 'calendar-24x7', place: 'content.targets[0].calendarId' },
      { kind: 'calendar', policyId: 'calendar-cn', place: 'content.targets[1].calendarId' },
      { kind: 'escalation', policyId: 'escalation', place: 'content.targets[1].escalationId' },
    ]);
  });
  it('are the holidays of a calendar', () => {
    expect(referencesOf({ ...draft, kind: 'calendar', content: calendarContent })).toEqual([]);
    const content = { ...calendarContent, holidaysId: 'holidays-CN', makeUpDays: [] };
    expect(referencesOf({ ...draft, kind: 'calendar', content })).toEqual([
      { kind: 'holidays', policyId: 'holidays-CN', place: 'content.holidaysId' },
    ]);
  });
  it('are none for a policy of tiers', () =>
    expect(referencesOf({ ...draft, kind: 'tier', content: tierContent })).toEqual([]));
});
