import { holds } from '@tenure/behaviour-contract';
import { fingerprintOf, isBefore } from '@tenure/kernel';
import type { EnterJourney, EntryRefusal, JourneyEvent } from '@tenure/journey-contract';
import type { JourneyContent } from '@tenure/policy-contract';
import type { Plain } from '@tenure/shared-contract';
import { isHeldOut } from './hold-out.choice';
import { dueAtOf } from './journey.interpreter';
import type { JourneyRules } from './journey.rules';
import type { CustomerJourneys, JourneyRun } from './journey.state';
import { daysAfter } from './moment';

type Enter = Plain<EnterJourney>;

/** Unique, as an event is about one customer; short enough to be a part of other ids. */
export const runIdOf = (journeyId: string, causeEventId: string): string =>
  `${causeEventId}.${fingerprintOf(journeyId)}`;

/** The entry, or why there is none. Whether somebody is held out is asked last, so that both groups are alike. */
export function enter(
  command: Enter,
  state: CustomerJourneys,
  content: JourneyContent,
  rules: JourneyRules,
): JourneyEvent {
  const { customerId, journeyId, version, causeEventId, occurredAt } = command;
  const of = { customerId, journeyId, version };
  const reason = refusalOf(command, state, content);
  if (reason) return { type: 'JourneyEntryRefused', data: { ...of, reason, causeEventId, refusedAt: occurredAt } };
  const heldOut = isHeldOut(journeyId, customerId, content.holdOutPercent);
  return {
    type: 'JourneyEntered',
    data: {
      ...of,
      runId: runIdOf(journeyId, causeEventId),
      category: content.category,
      group: heldOut ? 'held-out' : 'treated',
      causeEventId,
      enteredAt: occurredAt,
      outcomeUntil: daysAfter(occurredAt, content.outcome.withinDays),
      ...(!heldOut && {
        nextStepId: content.start,
        nextDueAt: dueAtOf(content, content.start, occurredAt, rules.messagingAt(occurredAt)),
      }),
    },
  };
}

function refusalOf(command: Enter, state: CustomerJourneys, content: JourneyContent): EntryRefusal | undefined {
  const { journeyId, occurredAt, facts, standing } = command;
  if (standing.mergedInto !== undefined) return 'customer-merged';
  const runs = [...state.runs.values()];
  const own = runs.filter(({ entered }) => entered.journeyId === journeyId);
  if (own.some((run) => isActive(run, occurredAt))) return 'in-it-already';
  if (own.some(({ entered }) => !mayReenter(content, entered.enteredAt, occurredAt))) return 're-entry';
  if (content.category === 'win-back' && runs.some((run) => isWinBack(run) && isActive(run, occurredAt))) {
    return 'active-win-back';
  }
  return content.entry && !holds(content.entry, facts) ? 'entry-condition' : undefined;
}

/** Who is held out is left alone by others of the kind too until the outcome is known: else there would be nothing to compare with. */
const isActive = ({ ended, entered }: JourneyRun, at: string): boolean =>
  !ended && (entered.group === 'treated' || isBefore(at, entered.outcomeUntil));

const isWinBack = ({ entered }: JourneyRun): boolean => entered.category === 'win-back';

/** Days count from the last entry, so that both groups may re-enter at the same time. */
const mayReenter = ({ reentry }: JourneyContent, enteredAt: string, at: string): boolean =>
  reentry.kind === 'after-days' && !isBefore(at, daysAfter(enteredAt, reentry.days));
