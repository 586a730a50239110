import type { ProblemEvidence, VerificationResult } from '@tenure/improvement-contract';
import type { MetricValue } from '@tenure/metric-contract';
import type { PlainProblem } from './plain.problems';
import { wilson } from './plain.statistics';

/** What the specs read of the API's answers. */
export interface FoundProblem {
  readonly problemId: string;
  readonly status: string;
  readonly by: string;
  readonly openedAt: string;
  readonly evidence: readonly ProblemEvidence[];
}

export interface ThemesOfMonth {
  readonly month: string;
  readonly source: string;
  readonly texts: number;
  readonly themed: number;
  readonly themes: readonly { readonly themeId: string; readonly texts: number }[];
}

export interface SimulatedMeasure {
  readonly result: VerificationResult;
}

export interface MonthReport {
  readonly volumes: {
    readonly total: { readonly now: number; readonly before: number };
    readonly byTheme: readonly { readonly key: string; readonly now: number }[];
  };
  readonly metrics: readonly { readonly now: MetricValue; readonly before: MetricValue }[];
}

const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const scopeOf = (group: string): object => {
  const member = group.slice(group.indexOf(':') + 1);
  if (group.startsWith('theme:')) return { themeId: member };
  return group.startsWith('step:') ? { stepId: member } : { product: member };
};

/** The figures of the evidence for each problem, as a plain pass has them. */
export const plainEvidence = (problems: readonly PlainProblem[]) =>
  problems.map(({ rises }) =>
    rises.map((rise) => ({
      scope: scopeOf(rise.group),
      window: { from: dayText(rise.baselineUntil), until: dayText(rise.day + 1), cases: rise.window },
      baseline: { from: dayText(rise.baselineFrom), until: dayText(rise.baselineUntil), cases: rise.baseline },
      expected: expect.closeTo(rise.expected, 9),
      probability: expect.closeTo(rise.probability, 9),
      bound: expect.closeTo(rise.bound, 12),
    })),
  );

/** The same of what the platform has recorded. */
export const foundEvidence = (problems: readonly FoundProblem[]) =>
  problems.map(({ evidence }) =>
    evidence.map(({ scope, window, baseline, expected, probability, bound }) => ({
      scope,
      window,
      baseline,
      expected,
      probability,
      bound,
    })),
  );

export const evidenceLines = (problems: readonly PlainProblem[]): string =>
  problems
    .map(({ rises }) =>
      rises
        .map(
          ({ group, day, window, expected, probability, bound }) =>
            `${dayText(day)} ${group}: ${window}, where ${expected.toFixed(1)} was to be expected; p ${probability.toExponential(1)} < ${bound.toExponential(1)}`,
        )
        .join('\n  '),
    )
    .join('\n');

/** A share in percent with Wilson's interval, as the platform measures it; nothing where there is nothing. */
export function measuredShare(successes: number, n: number) {
  if (n === 0) return { n, value: null, interval: null };
  const { low, high } = wilson(successes, n);
  const interval = { low: expect.closeTo(100 * low, 6), high: expect.closeTo(100 * high, 6) };
  return { n, value: expect.closeTo((100 * successes) / n, 9), interval };
}
