import type { DetectionRule } from '@tenure/policy-contract';
import { binomialTail, hypergeometricTail, studentTail } from './plain.tails';

/** A complaint as far as rises are counted; days are counted from 1970-01-01 in the time zone of the policy. */
export interface Counted {
  readonly id: string;
  readonly day: number;
  /** Such as `theme:late-delivery`. */
  readonly groups: readonly string[];
}

export interface PlainRise {
  readonly group: string;
  readonly day: number;
  readonly window: number;
  readonly baseline: number;
  readonly baselineFrom: number;
  readonly baselineUntil: number;
  readonly expected: number;
  readonly probability: number;
  readonly bound: number;
}

/**
 * What has risen by the end of a day, as the documentation of the rule says it, from a plain list of what came: the larger of
 * an exact probability and one that allows for clusters has to be below a bound that follows from the false alarms allowed.
 */
export class PlainRises {
  readonly #days = new Map<string, number[]>();
  readonly #all: number[] = [];
  readonly #restarts = new Map<string, number>();

  constructor(readonly rule: DetectionRule) {}

  add({ day, groups }: Counted): void {
    for (const group of groups.filter((one) => this.#isWatched(one))) {
      const days = this.#days.get(group);
      if (days) days.push(day);
      else this.#days.set(group, [day]);
    }
    this.#all.push(day);
  }

  /** Nothing of the group before this day counts any more. */
  restart(group: string, day: number): void {
    this.#restarts.set(group, day);
  }

  riseOf(group: string, day: number): PlainRise | undefined {
    const { rule } = this;
    const counted = this.#count(group, day);
    if (!counted || counted.window < rule.leastCases) return undefined;
    if (counted.window < counted.expected * (1 + rule.leastRisePercent / 100)) return undefined;
    const bound = rule.falseAlarmsPerYear / (365.25 * (this.#groupsWatched(day) + 1));
    const root = this.#root(counted);
    const probability = Math.max(this.#exact(counted), this.#clustered(group, counted, root, day));
    return probability < bound ? { group, day, ...counted, probability, bound } : undefined;
  }

  #count(group: string, day: number) {
    const { rule } = this;
    const days = this.#days.get(group);
    if (!days) return undefined;
    const [until, between] = [day + 1, day + 1 - rule.windowDays];
    const restart = this.#restarts.get(group) ?? 0;
    const from = Math.max(between - rule.baselineDays, Math.min(...this.#all), restart <= day ? restart : 0);
    if (between - from < Math.max(14, rule.windowDays)) return undefined;
    const exposed = (first: number, end: number) =>
      rule.against === 'time' ? end - first : countBetween(this.#all, first, end);
    const [windowExposure, exposure] = [exposed(between, until), exposed(from, between)];
    if (exposure === 0) return undefined;
    const [window, baseline] = [countBetween(days, between, until), countBetween(days, from, between)];
    return {
      window,
      baseline,
      baselineFrom: from,
      baselineUntil: between,
      windowExposure,
      exposure,
      expected: (baseline * windowExposure) / exposure,
    };
  }

  #groupsWatched(day: number): number {
    const from = day + 1 - this.rule.windowDays - this.rule.baselineDays;
    const enough = (days: readonly number[]) => countBetween(days, from, day) >= this.rule.leastCases;
    return [...this.#days.values()].filter(enough).length;
  }

  #exact({ window, baseline, windowExposure, exposure }: CountedGroup): number {
    const [marked, population] = [window + baseline, windowExposure + exposure];
    return this.rule.against === 'time'
      ? binomialTail(window, marked, windowExposure / population)
      : hypergeometricTail(window, population, marked, windowExposure);
  }

  #clustered(group: string, counted: CountedGroup, root: number, day: number): number {
    const { statistic, freedom } = this.#weekly(group, counted);
    const least = counted.baseline < 20 ? this.#dispersionOfFew(day) : 1;
    return studentTail(root / Math.sqrt(Math.max(least, statistic / freedom)), freedom);
  }

  /** Of what was there by the end of the week before. */
  #dispersionOfFew(day: number): number {
    const end = Math.floor(day / 7) * 7 - 1;
    const few = [...this.#days.keys()].flatMap((group) => {
      const counted = this.#count(group, end);
      return counted && counted.baseline > 0 && counted.baseline < 20 ? [this.#weekly(group, counted)] : [];
    });
    const freedom = sum(few.map((one) => one.freedom));
    return freedom === 0 ? 1 : Math.max(1, sum(few.map((one) => one.statistic)) / freedom);
  }

  /** Pearson's statistic over the whole weeks of the baseline. */
  #weekly(group: string, { baseline, exposure, baselineFrom, baselineUntil }: CountedGroup) {
    const share = baseline / exposure;
    const ofAll = this.rule.against === 'all-complaints';
    const days = this.#days.get(group) ?? [];
    let [statistic, weeks] = [0, 0];
    for (let end = baselineUntil; end - 7 >= baselineFrom; end -= 7) {
      const exposed = ofAll ? countBetween(this.#all, end - 7, end) : 7;
      const variance = exposed * share * (ofAll ? 1 - share : 1);
      if (exposed > 0) weeks++;
      if (variance > 0) statistic += (countBetween(days, end - 7, end) - exposed * share) ** 2 / variance;
    }
    return { statistic, freedom: Math.max(1, weeks - 1) };
  }

  /** Signed root of the deviance of "the same rate in both". */
  #root({ window, baseline, windowExposure, exposure, expected }: CountedGroup): number {
    const share = (window + baseline) / (windowExposure + exposure);
    const part = (found: number, wanted: number) => (found > 0 ? found * Math.log(found / wanted) : 0);
    const ofBoth = (cases: number, exposed: number) =>
      part(cases, exposed * share) + (this.rule.against === 'time' ? 0 : part(exposed - cases, exposed * (1 - share)));
    const deviance = 2 * (ofBoth(window, windowExposure) + ofBoth(baseline, exposure));
    return Math.sign(window - expected) * Math.sqrt(Math.max(0, deviance));
  }

  #isWatched = (group: string): boolean => this.rule.groups.some((kind) => group.startsWith(`${kind}:`));
}

interface CountedGroup {
  readonly window: number;
  readonly baseline: number;
  readonly baselineFrom: number;
  readonly baselineUntil: number;
  readonly windowExposure: number;
  readonly exposure: number;
  readonly expected: number;
}

const countBetween = (days: readonly number[], from: number, until: number): number =>
  days.reduce((count, day) => (day >= from && day < until ? count + 1 : count), 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
