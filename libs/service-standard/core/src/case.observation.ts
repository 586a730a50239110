import type { CaseClockEvent, CaseFact, ClockCause } from '@tenure/service-standard-contract';
import { catchUp, changeBasis } from './basis.change';
import { evolveObserved, type ObservedCase } from './case-clocks.state';
import { advance } from './clock.advance';
import { isUnfinished, type Clock } from './clock.state';
import { cancelClock, continueClock, inTurn, meetClock, startClock, type Impulse } from './clock.steps';
import { recountHolidays } from './holiday.recount';
import { momentOf } from './moment';
import type { StandardsBook } from './standards.book';

type Fact = Exclude<CaseFact, { kind: 'opened' }>;
type Step = (state: ObservedCase) => readonly CaseClockEvent[];

/** What a fact leads to: first what time brought about until then, then what the fact itself does. */
export function observe(state: ObservedCase, fact: Fact, book: StandardsBook): readonly CaseClockEvent[] {
  const at = momentOf(fact.occurredAt);
  const impulse = { at, cause: causeOf(fact), book };
  const passed: Step = (before) => advance(before, at, isAboutTime(fact), book);
  return inTurn(state, evolveObserved, [passed, ...stepsOf(fact, impulse)]);
}

export function causeOf(fact: CaseFact): ClockCause {
  if (fact.kind === 'time-passed') return { kind: fact.kind };
  const { kind, position, eventId, recordedAt } = fact;
  return { kind, position, eventId, recordedAt };
}

/** A policy that begins at once begins with its publication. */
const isAboutTime = ({ kind }: Fact): boolean =>
  kind === 'time-passed' || kind === 'standard-published' || kind === 'calendar-published';

function stepsOf(fact: Fact, impulse: Impulse): readonly Step[] {
  switch (fact.kind) {
    case 'accepted':
      return [(state) => changeBasis(state, { owner: fact.owner }, impulse), meet(impulse, 'acceptance')];
    case 'responded':
      return [meet(impulse, 'first-response')];
    case 'resolved':
      return [
        release(impulse),
        meet(impulse, 'resolution'),
        cancel(impulse, 'case-resolved', 'acceptance'),
        feedback(impulse),
      ];
    case 'told':
      return [meet(impulse, 'first-response', 'feedback'), followUp(impulse)];
    case 'followed-up':
      return [meet(impulse, 'follow-up')];
    case 'closed':
      return [release(impulse), meet(impulse, 'resolution'), cancel(impulse, 'case-closed', ...ENDED_BY_CLOSING)];
    case 'reopened':
      return [cancel(impulse, 'case-reopened', 'feedback', 'follow-up'), (state) => reopen(state, fact.tier, impulse)];
    case 'held':
      return [(state) => changeBasis(state, { held: { reason: fact.reason, since: fact.occurredAt } }, impulse)];
    case 'continued':
      return [release(impulse)];
    case 'classified': {
      const { urgency, complexity } = fact;
      return [(state) => changeBasis(state, { urgency, complexity }, impulse)];
    }
    case 'due-agreed':
      return [(state) => changeBasis(state, { agreedDueAt: fact.dueAt }, impulse), agreed(impulse)];
    case 'tier-changed':
      return [(state) => changeBasis(state, { tier: fact.tier }, impulse)];
    case 'help-requested':
      return [help(impulse, fact.helpId, fact.from)];
    case 'help-answered':
      return [meetHelp(impulse, fact.helpId)];
    case 'linked-duplicate':
      return [
        (state) => changeBasis(state, { duplicateOf: fact.duplicateOf, held: undefined }, impulse),
        cancel(impulse, 'duplicate', ...EVERY_KIND),
      ];
    case 'calendar-published':
      return [(state) => recountHolidays(state, impulse), (state) => advance(state, impulse.at, true, impulse.book)];
    case 'standard-published':
    case 'time-passed':
      return [];
  }
}

type Kind = Clock['kind'];

const ENDED_BY_CLOSING: readonly Kind[] = ['acceptance', 'first-response', 'feedback', 'internal-help'];
const EVERY_KIND: readonly Kind[] = [...ENDED_BY_CLOSING, 'resolution', 'follow-up'];

const unfinished = (state: ObservedCase, kinds: readonly Kind[]): readonly Clock[] =>
  state.clocks.filter((clock) => isUnfinished(clock) && kinds.includes(clock.kind));

const meet =
  (impulse: Impulse, ...kinds: readonly Kind[]): Step =>
  (state) =>
    unfinished(state, kinds).flatMap((clock) => meetClock(state, clock, impulse));

const meetHelp =
  (impulse: Impulse, helpId: string): Step =>
  (state) =>
    unfinished(state, ['internal-help'])
      .filter(({ clockId }) => clockId === helpClockId(helpId))
      .flatMap((clock) => meetClock(state, clock, impulse));

const cancel =
  (impulse: Impulse, reason: Parameters<typeof cancelClock>[2], ...kinds: readonly Kind[]): Step =>
  (state) =>
    unfinished(state, kinds).flatMap((clock) => cancelClock(state, clock, reason, impulse));

/** What is finished is held no longer. */
const release =
  (impulse: Impulse): Step =>
  (state) =>
    changeBasis(state, { held: undefined }, impulse);

const feedback =
  (impulse: Impulse): Step =>
  (state) =>
    startClock(state, { clockId: inRound(state, 'feedback'), kind: 'feedback', owner: state.basis.owner }, impulse);

const followUp =
  (impulse: Impulse): Step =>
  (state) =>
    startClock(state, { clockId: inRound(state, 'follow-up'), kind: 'follow-up', owner: state.basis.owner }, impulse);

const help =
  (impulse: Impulse, helpId: string, owner: string): Step =>
  (state) =>
    startClock(state, { clockId: helpClockId(helpId), kind: 'internal-help', owner }, impulse);

/** A date that was agreed on is watched also where the standard has nothing to say on such cases. */
const agreed =
  (impulse: Impulse): Step =>
  (state) =>
    startClock(
      state,
      { clockId: 'resolution', kind: 'resolution', owner: state.basis.owner },
      { ...impulse, at: state.openedAt },
    );

/** What the case still owes runs on: the resolution, and whatever was not done when it was closed or linked. */
function reopen(state: ObservedCase, tier: string | undefined, impulse: Impulse): readonly CaseClockEvent[] {
  const { round } = state.basis;
  const change = { round: round + 1, held: undefined, duplicateOf: undefined, ...(tier !== undefined && { tier }) };
  const clockIds = state.clocks.filter(runsOnWhenReopened).map(({ clockId }) => clockId);
  const again = (reopened: ObservedCase) => reopened.clocks.filter(({ clockId }) => clockIds.includes(clockId));
  const continued: Step = (reopened) => again(reopened).flatMap((clock) => continueClock(reopened, clock, impulse));
  const caughtUp: Step = (reopened) => again(reopened).flatMap((clock) => catchUp(reopened, clock, impulse));
  const changed: Step = (before) => changeBasis(before, change, impulse, clockIds);
  return inTurn(state, evolveObserved, [changed, continued, caughtUp]);
}

const runsOnWhenReopened = ({ kind, status }: Clock): boolean =>
  (status === 'met' && kind === 'resolution') ||
  (status === 'cancelled' && kind !== 'feedback' && kind !== 'follow-up');

const inRound = ({ basis: { round } }: ObservedCase, kind: string): string => (round === 1 ? kind : `${kind}-${round}`);

const helpClockId = (helpId: string): string => `internal-help:${helpId}`;
