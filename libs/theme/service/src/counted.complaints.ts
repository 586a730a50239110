import { ComplaintWatch, type GroupKey } from '@tenure/theme-core';
import type { AdoptedRules } from './adopted.rules';
import type { ThemeDayCountRow } from './theme-day-count.entity';
import type { ThemedTextRow } from './themed-text.entity';

/** The group of all complaints, among the stored counts. */
const ALL_COMPLAINTS = 'all';

/** A group, and a day of complaints of its own. */
export interface GroupDay {
  readonly group: GroupKey;
  readonly day: number;
}

/** Complaints by group and day in memory, all of them, and which of these counts are not stored yet. */
export class CountedComplaints {
  readonly watch = new ComplaintWatch();
  #changed = new Map<string, Set<number>>();

  constructor(rows: readonly ThemeDayCountRow[] = []) {
    for (const { group, day, cases } of rows) {
      if (group === ALL_COMPLAINTS) this.watch.addToAll(day, cases);
      else if (isGroup(group)) this.watch.addTo(group, day, cases);
    }
  }

  /** `count` is -1 where the complaint is about something else than was counted. */
  add(row: ThemedTextRow, rules: AdoptedRules, count = 1): readonly GroupDay[] {
    const day = rules.dayOf(Date.parse(row.at));
    const groups = this.watch.add(row, day, count);
    this.#mark(ALL_COMPLAINTS, day);
    return groups.map((group) => {
      this.#mark(group, day);
      return { group, day };
    });
  }

  /** Every group on every day from one on on which it had complaints, in the order of days. */
  since(from: number): readonly GroupDay[] {
    const found = [...this.watch.groups].flatMap((group) =>
      (this.watch.countsOf(group)?.daysFrom(from) ?? []).map((day) => ({ group, day })),
    );
    return found.sort((one, other) => one.day - other.day);
  }

  get isChanged(): boolean {
    return this.#changed.size > 0;
  }

  /** Those to be stored, each once. */
  takeChanged(): readonly ThemeDayCountRow[] {
    const changed = this.#changed;
    this.#changed = new Map();
    return [...changed].flatMap(([group, days]) => {
      const counts = isGroup(group) ? this.watch.countsOf(group) : this.watch.all;
      return [...days].map((day) => ({ group, day, cases: counts?.on(day) ?? 0 }));
    });
  }

  #mark(group: string, day: number): void {
    const days = this.#changed.get(group);
    if (days) days.add(day);
    else this.#changed.set(group, new Set([day]));
  }
}

const isGroup = (group: string): group is GroupKey => group !== ALL_COMPLAINTS;
