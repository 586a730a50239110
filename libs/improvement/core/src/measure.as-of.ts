import type { MeasureAsOf, MeasureEvent } from '@tenure/improvement-contract';
import { isAfter } from '@tenure/kernel';
import { knownAt, type Dated } from './dated.history';
import { isEnded } from './measure.stages';
import { evolveMeasure, type KnownMeasure, type Measure } from './measure.state';
import { endOfDay } from './zone.day';

/**
 * What was known of a measure at a moment (ISO 8601), from all its events in their order; undefined before it was planned. Its
 * last day ends on the clocks of the time zone.
 */
export function measureAt(
  history: readonly Dated<MeasureEvent>[],
  moment: string,
  timeZone: string,
): MeasureAsOf | undefined {
  const absent: Measure = { stage: 'absent' };
  const state = knownAt(history, moment).reduce(evolveMeasure, absent);
  return state.stage === 'absent' ? undefined : told(state, moment, timeZone);
}

function told(
  {
    plan: _plan,
    commitment: _commitment,
    startedBy: _startedBy,
    completion: _completion,
    abandonment: _abandonment,
    report: _report,
    entries: _entries,
    told: customers,
    overdueSteps: _overdueSteps,
    ...measure
  }: KnownMeasure,
  moment: string,
  timeZone: string,
): MeasureAsOf {
  const overdue = !isEnded(measure.stage) && !isAfter(endOfDay(measure.dueOn, timeZone), moment);
  return { ...measure, overdue, announcedTo: customers.length };
}
