import type { ChangeAnnouncement, MeasureAnnounced, MeasureEvent } from '@tenure/improvement-contract';
import { accept, isBefore, reject } from '@tenure/kernel';
import type { MeasureCommandOf, MeasureDecision } from './measure.deciding';
import { ended, idsOf } from './measure.stages';
import type { KnownMeasure } from './measure.state';
import type { ImprovementPolicy } from './problem.deciding';
import { startOfDay } from './zone.day';

/** So that no event grows beyond what is read at ease, however many customers there are. */
const MOST_TOLD_BY_EVENT = 200;

/** Before the change takes effect. Who was told before is not told again; asked again, those who have come since are. */
export function announce(
  { customerIds, occurredAt }: MeasureCommandOf<'AnnounceMeasure'>,
  state: KnownMeasure,
  policy: ImprovementPolicy | undefined,
): MeasureDecision {
  const { announcement, told } = state;
  if (!announcement) return reject('measure-no-announcement', 'its plan has none');
  const known = new Set(told);
  const affected = [...new Set(customerIds)].filter((customerId) => !known.has(customerId));
  if (affected.length === 0 && known.size > 0) return accept();
  const refusal = refusalOfTime(announcement, occurredAt, state, policy);
  if (refusal) return refusal;
  if (affected.length === 0) return reject('measure-nobody-affected', 'no case of the problem is known');
  return accept(
    ...partsOf(affected).map((part) => announced({ ...part, announcement, announcedAt: occurredAt }, state)),
  );
}

function refusalOfTime(
  { effectiveOn }: ChangeAnnouncement,
  occurredAt: string,
  { stage }: KnownMeasure,
  policy: ImprovementPolicy | undefined,
): MeasureDecision | undefined {
  if (stage === 'planned') return reject('measure-not-committed', 'nobody is told of what nobody has committed to');
  if (stage === 'abandoned') return ended(stage);
  if (!policy) return reject('measure-no-policy-in-force', `none is in force at ${occurredAt}`);
  if (isBefore(occurredAt, startOfDay(effectiveOn, policy.content.timeZone))) return undefined;
  return reject('measure-announced-too-late', `it takes effect on ${effectiveOn}`);
}

type Part = Pick<MeasureAnnounced, 'customerIds' | 'part' | 'parts'>;

function partsOf(customerIds: readonly string[]): readonly Part[] {
  const parts = Math.ceil(customerIds.length / MOST_TOLD_BY_EVENT);
  return Array.from({ length: parts }, (_, index) => {
    const from = index * MOST_TOLD_BY_EVENT;
    return { customerIds: customerIds.slice(from, from + MOST_TOLD_BY_EVENT), part: index + 1, parts };
  });
}

const announced = (data: Omit<MeasureAnnounced, 'measureId' | 'problemId'>, state: KnownMeasure): MeasureEvent => ({
  type: 'MeasureAnnounced',
  data: { ...idsOf(state), ...data },
});
