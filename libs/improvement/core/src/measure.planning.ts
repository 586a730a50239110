import type { MeasurePlanned, VerificationPlan } from '@tenure/improvement-contract';
import { accept, fingerprintOf, isAfter, isBefore, reject } from '@tenure/kernel';
import { comparisonFlaw, segmentFlaw } from '@tenure/metric-contract';
import type { MeasureCommandOf, MeasureDecision, MeasureGround } from './measure.deciding';
import type { Measure } from './measure.state';
import type { ImprovementPolicy } from './problem.deciding';
import type { Problem } from './problem.state';
import { startOfDay } from './zone.day';

type Plan = MeasureCommandOf<'PlanMeasure'>;

/** A plan is set down once: another one is another measure. */
export function plan(command: Plan, state: Measure, { policy, problem }: MeasureGround): MeasureDecision {
  const data = planned(command);
  if (state.stage !== 'absent') {
    const isSame = fingerprintOf(aside(state.plan)) === fingerprintOf(aside(data));
    return isSame ? accept() : reject('measure-already-planned-differently');
  }
  if (!policy) return reject('measure-no-policy-in-force', `none is in force at ${command.occurredAt}`);
  const refusal = refusalOfProblem(command, problem) ?? refusalOfBudget(command) ?? refusalOfPlan(command, policy);
  return refusal ?? accept({ type: 'MeasurePlanned', data });
}

/** What is wrong with what a measure is to be judged by, and with its days, whoever asks; undefined where nothing is. */
export function refusalOfPlan(
  { startsOn, dueOn, verification }: Pick<Plan, 'startsOn' | 'dueOn' | 'verification'>,
  { content: { timeZone } }: ImprovementPolicy,
): MeasureDecision | undefined {
  if (dueOn < startsOn) {
    return reject('measure-due-before-start', `it is due on ${dueOn}, before it starts on ${startsOn}`);
  }
  return (
    refusalOfWindows(verification) ??
    refusalOfObservation(verification, startsOn, timeZone) ??
    refusalOfMetric(verification)
  );
}

function refusalOfMetric({ metricId, segment, baseline, observation }: VerificationPlan): MeasureDecision | undefined {
  const odd = segmentFlaw(metricId, segment);
  if (odd !== undefined) return reject('measure-segment-not-of-metric', odd);
  const unlike = comparisonFlaw(metricId, baseline, observation);
  return unlike === undefined ? undefined : reject('measure-windows-not-comparable', unlike);
}

function refusalOfWindows({ baseline, observation }: VerificationPlan): MeasureDecision | undefined {
  for (const [name, { from, until }] of Object.entries({ baseline, observation })) {
    if (!isBefore(from, until)) {
      return reject('measure-window-empty', `the ${name} ends at ${until}, not after it begins at ${from}`);
    }
  }
  if (!isAfter(baseline.until, observation.from)) return undefined;
  const detail = `the baseline ends at ${baseline.until}, after the observation begins at ${observation.from}`;
  return reject('measure-windows-overlap', detail);
}

function refusalOfObservation(
  { observation }: VerificationPlan,
  startsOn: string,
  timeZone: string,
): MeasureDecision | undefined {
  if (!isBefore(observation.from, startOfDay(startsOn, timeZone))) return undefined;
  const detail = `the observation begins at ${observation.from}, before the measure starts on ${startsOn} (${timeZone})`;
  return reject('measure-observed-before-start', detail);
}

function refusalOfProblem({ problemId, causes }: Plan, problem: Problem): MeasureDecision | undefined {
  if (problem.status === 'absent') return reject('measure-problem-not-found', `there is no problem ${problemId}`);
  if (problem.status !== 'open')
    return reject('measure-problem-closed', `the problem ${problemId} is ${problem.status}`);
  const known = new Set(problem.whys.map(({ whyId }) => whyId));
  const unknown = causes.filter((cause) => !known.has(cause));
  if (unknown.length === 0) return undefined;
  return reject('measure-causes-unknown', `${unknown.join(', ')} is no answer of the 5-Whys of ${problemId}`);
}

const refusalOfBudget = ({ budget }: Plan): MeasureDecision | undefined =>
  budget && budget.amountMinor <= 0 ? reject('measure-not-positive', 'a budget is more than nothing') : undefined;

function planned({ type: _type, occurredAt, budget, announcement, ...plan }: Plan): MeasurePlanned {
  return { ...plan, ...(budget && { budget }), ...(announcement && { announcement }), plannedAt: occurredAt };
}

/** Who planned it and when is of no concern for whether it is the same plan. */
const aside = ({ by: _by, plannedAt: _plannedAt, ...plan }: MeasurePlanned) => plan;
