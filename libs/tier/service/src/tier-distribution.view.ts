import { ApiProperty } from '@nestjs/swagger';
import { monthsBetween } from '@tenure/calendar';

export class TierCount {
  @ApiProperty({ example: 'A' })
  readonly tier!: string;

  @ApiProperty({ type: 'integer' })
  readonly customers!: number;
}

export class MonthOfTiers {
  @ApiProperty({ example: '2011-06' })
  readonly month!: string;

  @ApiProperty({ type: [TierCount], description: 'At the end of the month.' })
  readonly tiers!: readonly TierCount[];
}

/** How many customers are in each tier. */
export class TierDistributionView {
  @ApiProperty({ format: 'date', description: 'At the end of this day, UTC.' })
  readonly at!: string;

  @ApiProperty({ type: [TierCount] })
  readonly tiers!: readonly TierCount[];

  @ApiProperty({ type: [MonthOfTiers], description: 'Month by month up to then, the oldest first.' })
  readonly months!: readonly MonthOfTiers[];
}

/** By how many a tier grew on a day. */
export interface DayOfChange {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly tier: string;
  readonly change: number;
}

/** Sums changes, ordered by day, up to the end of a day; months without any change repeat the one before. */
export function distributionAt(at: string, changes: readonly DayOfChange[]): TierDistributionView {
  const counts = new Map<string, number>();
  const months: MonthOfTiers[] = [];
  const [first] = changes;
  if (!first) return { at, tiers: [], months };
  let next = 0;
  for (const month of monthsBetween(monthOf(first.day), monthOf(at))) {
    const end = changes.findIndex(({ day }, index) => index >= next && monthOf(day) > month);
    const ofMonth = changes.slice(next, end < 0 ? undefined : end);
    for (const { tier, change } of ofMonth) counts.set(tier, (counts.get(tier) ?? 0) + change);
    next += ofMonth.length;
    months.push({ month, tiers: countsOf(counts) });
  }
  return { at, tiers: countsOf(counts), months };
}

const monthOf = (day: string): string => day.slice(0, 7);

const countsOf = (counts: ReadonlyMap<string, number>): TierCount[] =>
  [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([tier, customers]) => ({ tier, customers }));
