import { churnCodec, type ChurnEvent, type RiskBandEntered } from '@tenure/churn-contract';
import type { DomainEvent } from '@tenure/kernel';
import { lifecycleCodec, type LifecycleEvent, type StageEntered } from '@tenure/lifecycle-contract';

type JudgedEvent = ChurnEvent | LifecycleEvent;

const TYPES: ReadonlySet<string> = new Set([...lifecycleCodec.types, ...churnCodec.types]);

export const isOfLifecycle = <Event extends DomainEvent>(event: Event): event is Event & JudgedEvent =>
  TYPES.has(event.type);

/** A line of a customer's timeline on where in their life with us they were judged to be. */
export function lifecycleSentence(event: JudgedEvent): string {
  switch (event.type) {
    case 'StageEntered':
      return stageSentence(event.data);
    case 'MilestoneReached': {
      const { milestoneId, times } = event.data;
      return times === 1 ? `Milestone ${milestoneId} reached` : `Milestone ${milestoneId} reached, for time ${times}`;
    }
    case 'CustomerDateDue':
      return `Reminder of ${event.data.day}: ${event.data.dateId}`;
    case 'RiskBandEntered':
      return riskSentence(event.data);
  }
}

const stageSentence = ({ from, stage, reason }: StageEntered): string =>
  from === 'none' ? `Stage ${stage}: ${reason.en}` : `Stage ${from} to ${stage}: ${reason.en}`;

/** With what weighs most in it. */
function riskSentence({ band, from, score, explanation }: RiskBandEntered): string {
  const [largest] = explanation.contributions;
  const bands = from === undefined ? band : `${from} to ${band}`;
  return `Risk ${bands} (${Math.round(score)} of 100)${largest ? `: ${largest.title.en}` : ''}`;
}
