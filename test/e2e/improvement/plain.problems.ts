import type { DetectionRule } from '@tenure/policy-contract';
import { PlainRises, type Counted, type PlainRise } from './plain.rises';

export interface PlainProblem {
  /** The first opened it; the others are the same complaints under another name. */
  readonly rises: PlainRise[];
}

/**
 * The problems that are in a history of which all is known: day by day each group that had a complaint on it, themes before
 * products before steps. A rise is one of a known problem where half of its complaints are.
 */
export function plainProblems(complaints: readonly Counted[], rule: DetectionRule): PlainProblem[] {
  const rises = new PlainRises(rule);
  for (const complaint of complaints) rises.add(complaint);
  const problems: PlainProblem[] = [];
  for (const day of [...new Set(complaints.map((one) => one.day))].sort((one, other) => one - other)) {
    const groups = new Set(complaints.filter((one) => one.day === day).flatMap((one) => one.groups));
    for (const group of [...groups].sort(byKind)) {
      if (problems.some((problem) => problem.rises.some((one) => one.group === group))) continue;
      const rise = rises.riseOf(group, day);
      if (rise) tell(problems, rise, complaints, rule);
    }
  }
  return problems;
}

function tell(problems: PlainProblem[], rise: PlainRise, complaints: readonly Counted[], rule: DetectionRule): void {
  const isOf = (group: string, from: number) => (one: Counted) => one.groups.includes(group) && one.day >= from;
  const cases = complaints.filter(
    (one) => isOf(rise.group, rise.day + 1 - rule.windowDays)(one) && one.day <= rise.day,
  );
  const shared = problems.map((problem) => {
    const [first] = problem.rises;
    return first ? cases.filter(isOf(first.group, first.day + 1 - rule.windowDays)).length : 0;
  });
  const most = Math.max(0, ...shared);
  const known = problems[shared.indexOf(most)];
  if (known && most >= cases.length / 2) known.rises.push(rise);
  else problems.push({ rises: [rise] });
}

const KINDS = ['theme', 'product', 'step'];

function byKind(one: string, other: string): number {
  const [first, second] = [one, other].map((group) => KINDS.indexOf(group.slice(0, group.indexOf(':'))));
  if (first !== second) return (first ?? 0) - (second ?? 0);
  return one < other ? -1 : 1;
}
