import { dayOf, DAY_MS } from './plain.customer';
import type { PlainStay } from './plain.stages';

/** `YYYY-MM`, in UTC as the platform's lifecycle. */
export const monthOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 7);

/** The first moment after a month `YYYY-MM`. */
export function endOfMonth(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return Date.UTC(year, number, 1);
}

export function monthsBetween(firstMs: number, lastMs: number): string[] {
  const months = new Set<string>();
  for (let day = dayOf(firstMs); day <= dayOf(lastMs); day++) months.add(monthOf(day * DAY_MS));
  return [...months];
}

/** How many customers were in each stage just before a moment. */
export function countStages(customers: Iterable<readonly PlainStay[]>, beforeMs: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const stays of customers) {
    const stage = stays.findLast(({ sinceMs }) => sinceMs < beforeMs)?.stage;
    if (stage !== undefined) counts[stage] = (counts[stage] ?? 0) + 1;
  }
  return counts;
}

/** `<month> <from> <to>` to how often that happened. */
export function countFlows(customers: Iterable<readonly PlainStay[]>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const stays of customers) {
    stays.forEach(({ stage, sinceMs }, index) => {
      const flow = `${monthOf(sinceMs)} ${stays[index - 1]?.stage ?? 'none'} ${stage}`;
      counts[flow] = (counts[flow] ?? 0) + 1;
    });
  }
  return counts;
}
