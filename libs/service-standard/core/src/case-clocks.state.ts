import type { CaseClockEvent, ClockBasis } from '@tenure/service-standard-contract';
import { evolveClock, startedClock } from './clock.evolution';
import type { Clock, ClockEvent } from './clock.state';
import { momentOf } from './moment';

/** A case as far as its clocks are concerned; without clocks too, where no standard has a target for it. */
export interface ObservedCase {
  readonly status: 'observed';
  readonly caseId: string;
  readonly customerId: string;
  readonly openedAt: number;
  readonly basis: ClockBasis;
  /** Newest position in the log that has led to something. */
  readonly position: bigint;
  readonly clocks: readonly Clock[];
}

export type CaseClocks = { readonly status: 'absent' } | ObservedCase;

export function evolve(state: CaseClocks, event: CaseClockEvent): CaseClocks {
  const known = state.status === 'absent' ? openedBy(event) : state;
  return known ? evolveObserved(known, event) : state;
}

export function evolveObserved(state: ObservedCase, event: CaseClockEvent): ObservedCase {
  const { position } = event.data.cause;
  const seen = position === undefined ? state.position : latest(state.position, BigInt(position));
  if (event.type === 'ClockBasisChanged') {
    const { basis, clockIds } = event.data;
    const clocks = state.clocks.map((clock) => (clockIds.includes(clock.clockId) ? owned(clock, basis) : clock));
    return { ...state, position: seen, basis, clocks };
  }
  return { ...state, position: seen, clocks: clocksAfter(state.clocks, event) };
}

function clocksAfter(clocks: readonly Clock[], event: ClockEvent): readonly Clock[] {
  if (event.type === 'ClockStarted') return [...clocks, startedClock(event.data)];
  return clocks.map((clock) => (clock.clockId === event.data.clockId ? evolveClock(clock, event) : clock));
}

/** Help is owed by whoever was asked for it, whose case it is or becomes. */
export const owned = (clock: Clock, { owner }: ClockBasis): Clock =>
  clock.kind === 'internal-help' ? clock : { ...clock, owner };

function openedBy(event: CaseClockEvent): ObservedCase | undefined {
  if (event.type !== 'ClockStarted' && event.type !== 'ClockBasisChanged') return undefined;
  const { caseId, customerId, basis } = event.data;
  const time = event.type === 'ClockStarted' ? event.data.startedAt : event.data.changedAt;
  return { status: 'observed', caseId, customerId, openedAt: momentOf(time), basis, position: -1n, clocks: [] };
}

const latest = (one: bigint, other: bigint): bigint => (one > other ? one : other);
