import { kindOf, type GroupKey } from '@tenure/theme-core';
import type { AdoptedRules } from './adopted.rules';
import type { CountedComplaints, GroupDay } from './counted.complaints';

export interface MomentOfBatch {
  /** History is being loaded, which may have yet to tell of what was earlier. */
  readonly loading: boolean;
  /** Nothing newer is known. */
  readonly caughtUp: boolean;
  readonly nowMs: number;
}

/**
 * Which days are judged when. Against time a day is judged as complaints come: more of them only make a rise plainer. Against
 * all complaints it is judged once it is over, as every other complaint changes the share. Nothing is judged while history is
 * being loaded, in whatever order that comes; when it is there, each of its days is, one after the other.
 */
export class UnjudgedDays {
  #from: number | undefined;

  constructor(
    private readonly rules: AdoptedRules,
    private readonly counted: CountedComplaints,
    from: number | undefined,
  ) {
    this.#from = from;
  }

  /** The first day of which complaints have come that wait to be judged; undefined where there are none. */
  get from(): number | undefined {
    return this.#from;
  }

  /** What is to be judged now, in the order of days. */
  due(looks: readonly GroupDay[], moment: MomentOfBatch): readonly GroupDay[] {
    if (moment.loading) {
      this.#waitFrom(looks);
      return [];
    }
    if (this.#from === undefined) {
      const [now, later] = this.#divide(looks, moment);
      this.#waitFrom(later);
      return inOrder(now);
    }
    this.#waitFrom(looks);
    const [held, still] = this.#divide(this.counted.since(this.#from), moment);
    this.#from = undefined;
    this.#waitFrom(still);
    return inOrder(held);
  }

  /** Those that can be judged, and those that can't yet. */
  #divide(looks: readonly GroupDay[], { caughtUp, nowMs }: MomentOfBatch): [readonly GroupDay[], readonly GroupDay[]] {
    if (looks.length === 0) return [[], []];
    const today = this.rules.dayOf(nowMs);
    const newest = this.counted.watch.all.lastDay ?? today;
    const isOver = (day: number): boolean => day < newest || (caughtUp && day < today);
    const held = new Map<number, boolean>();
    const isHeld = (day: number): boolean => {
      const known = held.get(day);
      if (known !== undefined) return known;
      const found = this.#isOfShares(day) && !isOver(day);
      held.set(day, found);
      return found;
    };
    return [looks.filter(({ day }) => !isHeld(day)), looks.filter(({ day }) => isHeld(day))];
  }

  #isOfShares(day: number): boolean {
    const policy = this.rules.improvementAt(this.rules.endOf(day) - 1);
    return policy?.content.detection.against === 'all-complaints';
  }

  #waitFrom(looks: readonly GroupDay[]): void {
    for (const { day } of looks) this.#from = Math.min(this.#from ?? day, day);
  }
}

/** Each group once a day, themes before products before steps. */
function inOrder(looks: readonly GroupDay[]): readonly GroupDay[] {
  const days = new Map<number, Set<GroupKey>>();
  for (const { group, day } of looks) {
    const known = days.get(day);
    if (known) known.add(group);
    else days.set(day, new Set([group]));
  }
  return [...days]
    .sort(([one], [other]) => one - other)
    .flatMap(([day, groups]) => [...groups].sort(themesFirst).map((group) => ({ group, day })));
}

const themesFirst = (one: GroupKey, other: GroupKey): number =>
  PLACES[kindOf(one)] - PLACES[kindOf(other)] || (one < other ? -1 : 1);

const PLACES = { theme: 0, product: 1, step: 2 } as const;
