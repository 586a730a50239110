import { DAY_MS, dayOf, type PlainDocument } from './plain.customer';

/** A buyer as seen on a day, and what came of it. */
export interface PlainBuyer {
  readonly daysSinceLastOrder: number;
  readonly lost: boolean;
}

/** Everyone who had ordered before a day (UTC); lost is who did not order within so many days from it on. */
export function plainBuyers(
  customers: Iterable<readonly PlainDocument[]>,
  day: string,
  horizonDays: number,
): PlainBuyer[] {
  const atMs = Date.parse(day);
  const endMs = atMs + horizonDays * DAY_MS;
  return [...customers].flatMap((documents) => {
    const orders = documents.filter(({ isCancellation }) => !isCancellation);
    const last = orders.findLast((order) => order.atMs < atMs);
    if (!last) return [];
    const lost = !orders.some((order) => order.atMs >= atMs && order.atMs < endMs);
    return [{ daysSinceLastOrder: dayOf(atMs) - dayOf(last.atMs), lost }];
  });
}

/** How often, of one who was lost and one who was not, the first had been silent for longer; a draw counts half. */
export function areaByRecency(buyers: readonly PlainBuyer[]): number {
  const lost = buyers.filter((buyer) => buyer.lost);
  const kept = buyers.filter((buyer) => !buyer.lost);
  let won = 0;
  for (const one of lost) {
    for (const other of kept) {
      if (one.daysSinceLastOrder === other.daysSinceLastOrder) won += 0.5;
      else if (one.daysSinceLastOrder > other.daysSinceLastOrder) won++;
    }
  }
  return won / (lost.length * kept.length);
}
