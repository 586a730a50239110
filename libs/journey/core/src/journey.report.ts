import type { JourneyContent, JourneyOutcome } from '@tenure/policy-contract';
import { newcombeInterval, wilsonInterval } from '@tenure/statistics';

/** The runs of one group. */
export interface GroupCounts {
  readonly entered: number;
  /** Of those entered: the time in which the outcome is looked for is over. */
  readonly judged: number;
  /** Of those judged: what was hoped for came about. */
  readonly reached: number;
}

export interface GroupReport extends GroupCounts {
  /** 0–1 of those judged; absent where there are none. */
  readonly share?: number;
  /** Wilson interval of the share. */
  readonly low?: number;
  readonly high?: number;
}

/** `no-difference-shown`: the interval has 0 in it, so that nothing is shown either way. */
export type JourneyVerdict = 'helps' | 'harms' | 'no-difference-shown' | 'not-enough-data';

/** Why nothing is concluded. */
export type TooLittleData = 'nobody-held-out' | 'outcome-not-over' | 'group-too-small';

export interface JourneyReport {
  readonly measure: JourneyOutcome;
  readonly withinDays: number;
  readonly smallestGroup: number;
  readonly confidence: number;
  readonly treated: GroupReport;
  readonly heldOut: GroupReport;
  /** Share of the treated less that of those held out, with Newcombe's interval; absent where a group has nobody judged. */
  readonly difference?: { readonly estimate: number; readonly low: number; readonly high: number };
  readonly verdict: JourneyVerdict;
  readonly because?: TooLittleData;
}

const CONFIDENCE = 0.95;

/**
 * Whether a journey helps: what came about among those who went through it, against those who were left alone by chance.
 * Only runs whose time for the outcome is over count. The interval is for one look at the end: whoever looks every day
 * until it leaves 0 out finds a difference too often.
 */
export function journeyReport(
  { measure, withinDays, smallestGroup }: JourneyContent['outcome'],
  treated: GroupCounts,
  heldOut: GroupCounts,
): JourneyReport {
  const interval = newcombeInterval(proportionOf(treated), proportionOf(heldOut), CONFIDENCE);
  const because = tooLittle(smallestGroup, treated, heldOut);
  return {
    measure,
    withinDays,
    smallestGroup,
    confidence: CONFIDENCE,
    treated: groupReport(treated),
    heldOut: groupReport(heldOut),
    ...(interval && { difference: { estimate: interval.difference, low: interval.low, high: interval.high } }),
    verdict: because || !interval ? 'not-enough-data' : verdictOf(interval),
    ...(because && { because }),
  };
}

function tooLittle(smallestGroup: number, treated: GroupCounts, heldOut: GroupCounts): TooLittleData | undefined {
  if (heldOut.entered === 0) return 'nobody-held-out';
  const groups = [treated, heldOut];
  if (groups.every(({ judged }) => judged >= smallestGroup)) return undefined;
  return groups.every(({ entered }) => entered >= smallestGroup) ? 'outcome-not-over' : 'group-too-small';
}

function verdictOf({ low, high }: { readonly low: number; readonly high: number }): JourneyVerdict {
  if (low > 0) return 'helps';
  return high < 0 ? 'harms' : 'no-difference-shown';
}

const proportionOf = ({ judged, reached }: GroupCounts) => ({ successes: reached, n: judged });

function groupReport(counts: GroupCounts): GroupReport {
  if (counts.judged === 0) return counts;
  return { ...counts, share: counts.reached / counts.judged, ...wilsonInterval(proportionOf(counts), CONFIDENCE) };
}
