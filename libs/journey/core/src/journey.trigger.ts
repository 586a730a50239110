import type { RiskBandEntered } from '@tenure/churn-contract';
import type { DomainEvent } from '@tenure/kernel';
import type { CustomerDateDue, MilestoneReached, StageEntered } from '@tenure/lifecycle-contract';
import type { JourneyTrigger } from '@tenure/policy-contract';

/** Events for which a journey may be entered. */
export type JourneyCause =
  | { readonly type: 'StageEntered'; readonly data: StageEntered }
  | { readonly type: 'MilestoneReached'; readonly data: MilestoneReached }
  | { readonly type: 'CustomerDateDue'; readonly data: CustomerDateDue }
  | { readonly type: 'RiskBandEntered'; readonly data: RiskBandEntered };

export const JOURNEY_CAUSES: readonly JourneyCause['type'][] = [
  'StageEntered',
  'MilestoneReached',
  'CustomerDateDue',
  'RiskBandEntered',
];

const TYPES: ReadonlySet<string> = new Set(JOURNEY_CAUSES);

export const isJourneyCause = <Event extends DomainEvent>(event: Event): event is Event & JourneyCause =>
  TYPES.has(event.type);

/** Whether a journey with this trigger is entered for the event. */
export function isTriggeredBy(trigger: JourneyTrigger, { type, data }: JourneyCause): boolean {
  switch (type) {
    case 'StageEntered':
      return trigger.kind === 'stage-entered' && trigger.stages.includes(data.stage);
    case 'MilestoneReached':
      return trigger.kind === 'milestone-reached' && trigger.milestoneId === data.milestoneId;
    case 'CustomerDateDue':
      return trigger.kind === 'date-due' && trigger.dateId === data.dateId;
    case 'RiskBandEntered':
      return trigger.kind === 'score-crossed' && trigger.bands.includes(data.band);
  }
}

/** When it happened, at which the journey is entered. */
export function happenedAt({ type, data }: JourneyCause): string {
  switch (type) {
    case 'StageEntered':
      return data.enteredAt;
    case 'MilestoneReached':
      return data.reachedAt;
    case 'CustomerDateDue':
      return data.dueAt;
    case 'RiskBandEntered':
      return data.scoredAt;
  }
}
