import { ProblemImpactReader } from '@tenure/improvement-contract';
import { DAY_MS } from './automation.fixture';

/** Cases that a test sets: by moment, each of another customer without a tier. */
export class GivenCases extends ProblemImpactReader {
  readonly at: string[] = [];
  /** How far they have been read, which is ahead of all that is in the log; they are touched where it grows. */
  position = 10n ** 18n;

  override impact({ from, until: end }: { from: string; until: string }) {
    const [fromMs, endMs] = [Date.parse(from), Date.parse(end)];
    const cases = this.at.filter((at) => Date.parse(at) >= fromMs && Date.parse(at) < endMs).length;
    return Promise.resolve({ customers: cases, byTier: { none: cases }, cases, money: {} });
  }

  override customers = () => Promise.resolve(this.at.map((_, index) => `k-${index}`));

  override nextChange(_problemId: string, after: string, windowDays: number) {
    const moments = this.at.flatMap((at) => [Date.parse(at), Date.parse(at) + windowDays * DAY_MS + 1]);
    const next = Math.min(...moments.filter((moment) => moment > Date.parse(after)));
    return Promise.resolve(Number.isFinite(next) ? new Date(next).toISOString() : undefined);
  }

  override touched(after: bigint | undefined) {
    const problemIds = after === undefined || after < this.position ? ['late'] : [];
    return Promise.resolve({ problemIds, position: this.position });
  }
}
