import { isInstant } from '@tenure/shared-contract';
import type { MetricId, MetricQuestion, MetricSegment, MetricWindow } from './metric.catalogue';
import { METRICS } from './metric.definitions';

/** Why the metric can't be confined so, in a sentence; undefined where it can. */
export function segmentFlaw(metricId: MetricId, segment: MetricSegment): string | undefined {
  const metric = METRICS[metricId];
  const odd = Object.entries(segment).find(
    ([name, value]) => value !== undefined && !metric.segments.some((known) => known === name),
  );
  if (odd) return `${metricId} cannot be confined by ${odd[0]}; it can by ${metric.segments.join(', ')}`;
  if (segment.tiers?.length === 0) return 'no tier is named that the metric is to be confined to';
  return segment.caseTypes?.length === 0 ? 'no type of case is named that the metric is to be confined to' : undefined;
}

function windowFlaw({ from, until }: MetricWindow): string | undefined {
  if (!isInstant(from) || !isInstant(until))
    return 'a window is from one ISO 8601 date and time with offset until another';
  return Date.parse(from) < Date.parse(until) ? undefined : `the window from ${from} until ${until} has no time in it`;
}

/** Why the question can't be answered, in a sentence; undefined where it can. */
export function questionFlaw({ metricId, segment, window, asOf }: MetricQuestion): string | undefined {
  const flaw = segmentFlaw(metricId, segment) ?? windowFlaw(window);
  if (flaw !== undefined || asOf === undefined) return flaw;
  if (!isInstant(asOf)) return 'what was known is asked as of an ISO 8601 date and time with offset';
  return Date.parse(asOf) > Date.parse(window.from) ? undefined : `nothing of the window was known at ${asOf}`;
}

/** So much longer than another a window may be: months are of 28 to 31 days. */
const AS_LONG = 1.11;

/** Why a metric of one window can't be compared with that of the other; undefined where it can. */
export function comparisonFlaw(metricId: MetricId, one: MetricWindow, other: MetricWindow): string | undefined {
  if (METRICS[metricId].overTime !== true) return undefined;
  const [shorter = 0, longer = 0] = [daysOf(one), daysOf(other)].toSorted((a, b) => a - b);
  if (longer <= shorter * AS_LONG) return undefined;
  return `${metricId} grows with time: windows of ${shorter} and ${longer} days do not compare`;
}

const DAY_MS = 86_400_000;

const daysOf = ({ from, until }: MetricWindow): number =>
  Math.round((10 * (Date.parse(until) - Date.parse(from))) / DAY_MS) / 10;
