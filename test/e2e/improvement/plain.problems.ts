import type { DetectionRule } from '@tenure/policy-contract';
import { PlainRises, type Counted, type PlainRise } from './plain.rises';

export interface PlainProblem {
  /** The first opened it; the others are the same complaints under another name. */
  readonly rises: PlainRise[];
  /** The last day that it was open on. */
  endedOn?: number;
}

/**
 * The problems that are in a history, which comes in parts: day by day each group that had a complaint on it, themes before
 * products before steps. A rise is one of a known problem where half of its complaints are.
 */
export class PlainProblems {
  readonly #rises: PlainRises;
  readonly #complaints: Counted[] = [];
  readonly #problems: PlainProblem[] = [];

  constructor(private readonly rule: DetectionRule) {
    this.#rises = new PlainRises(rule);
  }

  /** What this part of the history brings: problems in the order in which they are opened. */
  judge(part: readonly Counted[]): PlainProblem[] {
    for (const complaint of part) this.#rises.add(complaint);
    this.#complaints.push(...part);
    const known = this.#problems.length;
    for (const day of [...new Set(part.map((one) => one.day))].sort((one, other) => one - other)) {
      const groups = new Set(part.filter((one) => one.day === day).flatMap((one) => one.groups));
      for (const group of [...groups].sort(byKind)) this.#look(group, day);
    }
    return this.#problems.slice(known);
  }

  /** All that are open end on a day; their groups are counted anew from the next. */
  endAll(day: number): void {
    for (const problem of this.#problems) {
      if (problem.endedOn !== undefined) continue;
      problem.endedOn = day;
      for (const { group } of problem.rises) this.#rises.restart(group, day + 1);
    }
  }

  #look(group: string, day: number): void {
    const covers = ({ rises, endedOn = Number.POSITIVE_INFINITY }: PlainProblem) =>
      day <= endedOn && rises.some((one) => one.group === group);
    if (this.#problems.some(covers)) return;
    const rise = this.#rises.riseOf(group, day);
    if (!rise) return;
    const from = day + 1 - this.rule.windowDays;
    const cases = this.#complaints.filter((one) => one.groups.includes(group) && one.day >= from && one.day <= day);
    const open = this.#problems.filter(({ endedOn }) => endedOn === undefined);
    const shared = open.map((problem) => cases.filter((one) => this.#belongs(one, problem)).length);
    const most = Math.max(0, ...shared);
    const same = open[shared.indexOf(most)];
    if (same && most >= cases.length / 2) same.rises.push(rise);
    else this.#problems.push({ rises: [rise] });
  }

  #belongs({ groups, day }: Counted, { rises: [first] }: PlainProblem): boolean {
    return first !== undefined && groups.includes(first.group) && day >= first.day + 1 - this.rule.windowDays;
  }
}

const KINDS = ['theme', 'product', 'step'];

function byKind(one: string, other: string): number {
  const [first, second] = [one, other].map((group) => KINDS.indexOf(group.slice(0, group.indexOf(':'))));
  if (first !== second) return (first ?? 0) - (second ?? 0);
  return one < other ? -1 : 1;
}
