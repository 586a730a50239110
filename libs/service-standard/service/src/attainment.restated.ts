import {
  AttainmentCount,
  pinnedBook,
  restate,
  restatedClock,
  type AttainedClock,
  type Attainment,
  type RestatedUnder,
  type StandardsBook,
} from '@tenure/service-standard-core';
import type { DataSource } from 'typeorm';
import type { AttainmentFilter } from './attainment.judged';
import { CaseClockEntry } from './case-clock.entity';

/** How many clocks are judged again in one go. */
const PAGE = 2_000;

/**
 * As each clock would have been judged had today's policies always been: clock by clock, so that it takes as long as
 * there are clocks. `now` is ISO 8601; the book has every version by which the clocks were judged.
 */
export async function restatedAttainment(
  dataSource: DataSource,
  filter: AttainmentFilter,
  book: StandardsBook,
  now: string,
): Promise<readonly Attainment[]> {
  const under: RestatedUnder = { book, today: pinnedBook(book, now), asOf: now };
  const count = new AttainmentCount(filter.by);
  for await (const rows of clocksOf(dataSource, filter)) {
    for (const row of rows) {
      const clock = restatedClock(row, restate(row, under));
      if (clock && isAsked(clock, filter)) count.add(clock);
    }
  }
  return count.result();
}

/** What another judgement may change is looked at only after it. */
function isAsked(clock: AttainedClock, { tier, policyId, from, to }: AttainmentFilter): boolean {
  return isOf(clock.tier, tier) && isOf(clock.policyId, policyId) && isWithin(clock.decidedMonth, from, to);
}

const isOf = (value: string | null, asked: string | undefined): boolean => asked === undefined || asked === value;

function isWithin(month: string | null, from = '', to = '9999'): boolean {
  return month === null || (from <= month && month <= to);
}

async function* clocksOf(
  dataSource: DataSource,
  { clock, owner, caseType, from, to }: AttainmentFilter,
): AsyncGenerator<CaseClockEntry[]> {
  const rows = () => {
    const query = dataSource.getRepository(CaseClockEntry).createQueryBuilder('row');
    const equal = { kind: clock, owner, caseType };
    for (const [field, value] of Object.entries(equal)) {
      if (value !== undefined) query.andWhere(`row.${field} = :${field}`, { [field]: value });
    }
    // A month begins up to 14 hours before it does in UTC, and ends up to 12 hours later.
    if (from !== undefined) {
      query.andWhere(`(row.finishedAt IS NULL OR row.finishedAt >= :from::date - interval '1 day')`, {
        from: `${from}-01`,
      });
    }
    if (to !== undefined) query.andWhere(`row.startedAt < :to::date + interval '1 month 1 day'`, { to: `${to}-01` });
    return query;
  };
  for (let after = '', page: CaseClockEntry[]; ; after = page.at(-1)?.key ?? after) {
    page = await rows().andWhere('row.key > :after', { after }).orderBy('row.key').limit(PAGE).getMany();
    yield page;
    if (page.length < PAGE) return;
  }
}
