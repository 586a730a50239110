import { fingerprintOf } from '@tenure/kernel';
import type { CaseClockEvent, ClockBasis, ClockTarget } from '@tenure/service-standard-contract';
import { evolveObserved, type ObservedCase } from './case-clocks.state';
import { endOpenPause, evolveClock } from './clock.evolution';
import { isUnfinished, pauseOf, type Clock, type ClockMove } from './clock.state';
import { idsOf, settlePause, type Impulse } from './clock.steps';
import { dueOf, elapsedAt } from './clock.time';
import { momentOf, timeOf } from './moment';
import { judgedBasis, ruledTarget } from './target.choice';

/** What a change of what the clocks go by does to each clock that is not finished; nothing where nothing changed. */
export function changeBasis(
  state: ObservedCase,
  change: Partial<ClockBasis>,
  impulse: Impulse,
  alsoTold: readonly string[] = [],
): readonly CaseClockEvent[] {
  const basis = { ...state.basis, ...change };
  if (fingerprintOf(basis) === fingerprintOf(state.basis)) return [];
  const clockIds = [...state.clocks.filter(isUnfinished).map(({ clockId }) => clockId), ...alsoTold];
  const { caseId, customerId } = state;
  const data = { caseId, customerId, clockIds, basis, changedAt: timeOf(impulse.at), cause: impulse.cause };
  const changed: CaseClockEvent = { type: 'ClockBasisChanged', data };
  const after = evolveObserved(state, changed);
  const open = after.clocks.filter(isUnfinished);
  return [changed, ...open.flatMap((clock) => follow(after, clock, state.basis, impulse))];
}

function follow(after: ObservedCase, clock: Clock, before: ClockBasis, impulse: Impulse): readonly ClockMove[] {
  const retargeting = retargetingOf(clock, before, after.basis, impulse);
  const { target = clock.target, at = impulse.at } = retargeting ?? {};
  return retargeting
    ? retarget(after, clock, target, { ...impulse, at }, at <= (clock.breachedAt ?? -Infinity))
    : settlePause(after, clock, { ...impulse, at });
}

/** The target of what the case became while the clock was finished. */
export function catchUp(state: ObservedCase, clock: Clock, impulse: Impulse): readonly ClockMove[] {
  const asJudged = { ...state.basis, agreedDueAt: clock.target.agreedDueAt };
  return follow(state, clock, asJudged, impulse);
}

/** The target in place of the clock's, from the impulse on; and the pause that it asks for or does not. */
export function retarget(
  state: ObservedCase,
  clock: Clock,
  target: ClockTarget,
  impulse: Impulse,
  isBreachVoid: boolean,
): readonly ClockMove[] {
  const { at, cause, book } = impulse;
  const breachVoided = isBreachVoid || undefined;
  const dueAt = pauseOf(clock) ? undefined : timeOf(at);
  const undecided = { elapsedSeconds: 0, dueAt, provisional: false, retargetedAt: timeOf(at) };
  const draft = { ...idsOf(state, clock), target, ...undecided, breachVoided, cause };
  const preview = evolveClock(clock, { type: 'ClockRetargeted', data: draft });
  const due = dueOf(preview, book);
  const data = {
    ...draft,
    elapsedSeconds: elapsedAt(preview, at, book).seconds,
    dueAt: due && (dueAt === undefined ? undefined : timeOf(due.at)),
    provisional: due?.provisional ?? clock.provisional,
  };
  const retargeted: ClockMove = { type: 'ClockRetargeted', data };
  return [retargeted, ...settlePause(state, evolveClock(clock, retargeted), impulse)];
}

interface Retargeting {
  readonly target: ClockTarget;
  readonly at: number;
}

function retargetingOf(clock: Clock, before: ClockBasis, basis: ClockBasis, impulse: Impulse): Retargeting | undefined {
  if (clock.kind === 'resolution' && basis.agreedDueAt !== before.agreedDueAt) {
    return agreedRetargeting(clock, basis.agreedDueAt, impulse);
  }
  return clock.target.agreedDueAt === undefined ? ruledRetargeting(clock, before, basis, impulse) : undefined;
}

function agreedRetargeting(clock: Clock, agreedDueAt: string | undefined, impulse: Impulse): Retargeting | undefined {
  if (agreedDueAt === undefined) return undefined;
  const at = Math.max(impulse.at, clock.targetedAt);
  const running = { ...clock, pauses: endOpenPause(clock.pauses, at) };
  const targetSeconds = elapsedAt(running, Math.max(at, momentOf(agreedDueAt)), impulse.book).seconds;
  return { target: { ...clock.target, agreedDueAt, targetSeconds, pausedWhile: [] }, at };
}

/** By the version that the clock is judged by, and its word on what counts in the middle of a case. */
function ruledRetargeting(
  clock: Clock,
  before: ClockBasis,
  basis: ClockBasis,
  { at, book }: Impulse,
): Retargeting | undefined {
  const { standard: known } = clock.target;
  const standard = known && book.standard(known.policyId, known.version);
  if (!standard) return undefined;
  const isLate = isKnownLate(clock, before, basis, at);
  const from = isLate ? clock.startedAt : Math.max(at, clock.targetedAt);
  const judged = judgedBasis(clock, basis, standard);
  const target = ruledTarget(clock.kind, isLate ? { ...judged, tier: basis.tier } : judged, standard, from, book);
  return target && target.standard?.targetId !== known.targetId ? { target, at: from } : undefined;
}

/** A tier that held when the clock began, and was judged a little later than the case was opened, is no change. */
const isKnownLate = (clock: Clock, before: ClockBasis, basis: ClockBasis, at: number): boolean =>
  basis.tier !== before.tier && at <= clock.startedAt && clock.targetedAt === clock.startedAt;
