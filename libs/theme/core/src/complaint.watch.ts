import type { DetectionRule } from '@tenure/policy-contract';
import { groupsOf, kindOf, type GroupKey, type ThemedComplaint } from './complaint.groups';
import { DayCounts } from './day.counts';
import { assessRise, boundOf, detectRise, type Rise, type RiseBound } from './rise.detection';
import { countRise, type Look } from './rise.counts';
import { pooledFactor, TELLING_CASES, weeklyStatistic } from './rise.dispersion';

/**
 * Complaints of every group by the day, as they come, and what has risen among them. The same counts give the same answers,
 * in whatever order they came: a day is judged by what is known of it and of the days before.
 */
export class ComplaintWatch {
  readonly #groups = new Map<GroupKey, DayCounts>();
  readonly #all = new DayCounts();
  /** Days from which on groups are counted anew, as a problem of theirs was over. */
  readonly #restarts = new Map<GroupKey, number[]>();
  #bounds: KnownBounds | undefined;

  /** `count` below 0 takes back what was added. */
  add(complaint: ThemedComplaint, day: number, count = 1): readonly GroupKey[] {
    const groups = groupsOf(complaint);
    for (const group of groups) this.addTo(group, day, count);
    this.addToAll(day, count);
    return groups;
  }

  addTo(group: GroupKey, day: number, count: number): void {
    let counts = this.#groups.get(group);
    if (!counts) this.#groups.set(group, (counts = new DayCounts()));
    counts.add(day, count);
    this.#forgetBounds(day);
  }

  addToAll(day: number, count: number): void {
    this.#all.add(day, count);
  }

  /** The group is counted anew from a day on. */
  restart(group: GroupKey, day: number): void {
    this.#restarts.set(group, [...(this.#restarts.get(group) ?? []), day]);
  }

  countsOf(group: GroupKey): DayCounts | undefined {
    return this.#groups.get(group);
  }

  get all(): DayCounts {
    return this.#all;
  }

  get groups(): IterableIterator<GroupKey> {
    return this.#groups.keys();
  }

  /** The rise of a group by the end of a day; undefined where it has not risen, or the rule doesn't watch its kind. */
  detect(group: GroupKey, day: number, rule: DetectionRule): Rise | undefined {
    const look = this.#look(group, day, rule);
    return look && detectRise(look, rule, this.boundOn(day, rule));
  }

  /** How far it is from having risen; undefined without a baseline. */
  assess(group: GroupKey, day: number, rule: DetectionRule): Rise | undefined {
    const look = this.#look(group, day, rule);
    return look && assessRise(look, rule, this.boundOn(day, rule));
  }

  /** From the groups that could alarm at all by the day before: those of which there are enough cases in window and baseline. */
  boundOn(day: number, rule: DetectionRule): RiseBound {
    if (this.#bounds?.rule !== rule) this.#bounds = { rule, byDay: new Map(), fewByWeek: new Map(), newest: day };
    const known = this.#bounds.byDay.get(day);
    if (known) return known;
    const bound = boundOf(rule, this.watchedOn(day, rule) + 1, this.#dispersionOfFew(day, rule, this.#bounds));
    this.#bounds.byDay.set(day, bound);
    this.#bounds.newest = Math.max(this.#bounds.newest, day);
    return bound;
  }

  watchedOn(day: number, rule: DetectionRule): number {
    const from = day + 1 - rule.windowDays - rule.baselineDays;
    let watched = 0;
    for (const [group, counts] of this.#groups) {
      if (rule.groups.includes(kindOf(group)) && counts.between(from, day) >= rule.leastCases) watched++;
    }
    return watched;
  }

  /** Once a week, by what was known the day before it: dispersion does not change from day to day. */
  #dispersionOfFew(day: number, rule: DetectionRule, { fewByWeek }: KnownBounds): number {
    const week = Math.floor(day / 7);
    const known = fewByWeek.get(week);
    if (known !== undefined) return known;
    // In an order of its own, so that the sum is the same to the last digit.
    const statistics = [...this.#groups.keys()].sort().flatMap((group) => {
      const look = this.#look(group, week * 7 - 1, rule);
      const counted = look && countRise(look, rule);
      const isFew = counted && counted.baseline.cases > 0 && counted.baseline.cases < TELLING_CASES;
      return isFew ? [weeklyStatistic(look, counted, rule)] : [];
    });
    const factor = pooledFactor(statistics);
    fewByWeek.set(week, factor);
    return factor;
  }

  #look(group: GroupKey, day: number, rule: DetectionRule): Look | undefined {
    const counts = this.#groups.get(group);
    const first = this.#all.firstDay;
    if (!counts || first === undefined || !rule.groups.includes(kindOf(group))) return undefined;
    const restarts = this.#restarts.get(group) ?? [];
    const since = restarts.reduce((latest, restart) => (restart <= day ? Math.max(latest, restart) : latest), first);
    return { counts, all: this.#all, day, since };
  }

  /** What comes late changes the bounds of the days behind it. */
  #forgetBounds(day: number): void {
    if (this.#bounds && day < this.#bounds.newest) this.#bounds = undefined;
  }
}

interface KnownBounds {
  readonly rule: DetectionRule;
  readonly byDay: Map<number, RiseBound>;
  readonly fewByWeek: Map<number, number>;
  newest: number;
}
