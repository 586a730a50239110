import type { DetectionRule } from '@tenure/policy-contract';
import { groupsOf, isOfScope, kindOf, scopeOf, type GroupKey, type ThemedComplaint } from './complaint.groups';
import { ComplaintWatch } from './complaint.watch';
import type { Rise } from './rise.detection';
import { sameProblem, type KnownProblem } from './same.problem';

export interface PastComplaint extends ThemedComplaint {
  readonly at: string;
  /** Counted from 1970-01-01, in the time zone of the policy. */
  readonly day: number;
}

/** A problem that the rule would have opened by the end of a day. */
export interface PastProblem {
  readonly group: GroupKey;
  readonly day: number;
  readonly rise: Rise;
}

/**
 * What a rule would have opened, had it held all the time, each day being judged at its end by what was known of it; none of
 * the problems is ever over. The order of the complaints is of no concern.
 */
export function problemsInPast(complaints: readonly PastComplaint[], rule: DetectionRule): readonly PastProblem[] {
  const watch = new ComplaintWatch();
  const days = byDay(complaints);
  const known: KnownProblem[] = [];
  const found: PastProblem[] = [];
  for (const [day, ofDay] of days) {
    for (const one of ofDay) watch.add(one, day);
    for (const group of groupsToLookAt(ofDay)) {
      const rise = known.some(({ groups }) => groups.includes(group)) ? undefined : watch.detect(group, day, rule);
      if (!rise) continue;
      const cases = casesOf(group, rise, days);
      const same = sameProblem(known, cases);
      if (same) known[known.indexOf(same)] = { ...same, groups: [...same.groups, group] };
      else known.push(opened(group, cases));
      if (!same) found.push({ group, day, rise });
    }
  }
  return found;
}

function byDay(complaints: readonly PastComplaint[]): ReadonlyMap<number, readonly PastComplaint[]> {
  const days = new Map<number, PastComplaint[]>();
  for (const one of [...complaints].sort((a, b) => a.day - b.day)) {
    const known = days.get(one.day);
    if (known) known.push(one);
    else days.set(one.day, [one]);
  }
  return days;
}

const PLACES = { theme: 0, product: 1, step: 2 } as const;

/** Themes before products before steps: a rise that several of them show is called after the first. */
const groupsToLookAt = (complaints: readonly PastComplaint[]): readonly GroupKey[] =>
  [...new Set(complaints.flatMap(groupsOf))].sort(
    (one, other) => PLACES[kindOf(one)] - PLACES[kindOf(other)] || (one < other ? -1 : 1),
  );

function casesOf(
  group: GroupKey,
  { window }: Rise,
  days: ReadonlyMap<number, readonly PastComplaint[]>,
): readonly PastComplaint[] {
  const scope = scopeOf(group);
  const cases: PastComplaint[] = [];
  for (let day = window.from; day < window.until; day++) {
    cases.push(...(days.get(day) ?? []).filter((one) => isOfScope(one, scope)));
  }
  return cases;
}

/** Its complaints begin with those that it was found by. */
const opened = (group: GroupKey, cases: readonly PastComplaint[]): KnownProblem => ({
  problemId: group,
  scope: scopeOf(group),
  groups: [group],
  since: cases.reduce((first, { at }) => (Date.parse(at) < Date.parse(first) ? at : first), cases[0]?.at ?? ''),
  endedAt: null,
});
