import { DateTime } from 'luxon';
import type { Span } from './open.hours';
import { recount, type Life, type RecountedClock, type Stretch } from './recounted.clock';

/** A row of the help desk's log. */
export type Row = Readonly<Record<string, string>>;

const HOUR = 3_600_000;
/** What `helpdesk-standard` promises, in open time. */
const TARGETS = {
  acceptance: { urgent: HOUR, normal: 8 * HOUR },
  resolution: { urgent: 8 * HOUR, normal: 40 * HOUR },
} as const;
type Kind = keyof typeof TARGETS;

/** The two clocks of each ticket by its rows alone, keyed `case|clock`. Nothing is known to happen after `until`. */
export function recountHelpdesk(
  rows: readonly Row[],
  hours: readonly Span[],
  until: number,
): Map<string, RecountedClock> {
  const clocks = new Map<string, RecountedClock>();
  for (const [ticket, activities] of byTicket(rows)) {
    const caseId = `helpdesk-${ticket.toLowerCase().replace(' ', '-')}`;
    const { acceptance, resolution } = livesOf(activities, until);
    clocks.set(`${caseId}|acceptance`, recount(acceptance, hours));
    clocks.set(`${caseId}|resolution`, recount(resolution, hours));
  }
  return clocks;
}

function byTicket(rows: readonly Row[]): Map<string, Row[]> {
  const tickets = new Map<string, Row[]>();
  for (const row of rows) {
    const ticket = row['Case ID'] ?? '';
    tickets.set(ticket, [...(tickets.get(ticket) ?? []), row]);
  }
  return tickets;
}

/** Walks through the rows; from each to the next a clock runs, or does not. */
function livesOf(rows: readonly Row[], until: number): Readonly<Record<Kind, Life>> {
  const stretches: Record<Kind, Stretch[]> = { acceptance: [], resolution: [] };
  let state: State = {};
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    const span = { from: timeOf(row), to: next ? timeOf(next) : until };
    state = stateAfter(state, row, span.from);
    for (const kind of runningAfter(state, row)) stretches[kind].push({ ...span, targetMs: targetMsOf(kind, row) });
  });
  const { acceptedAt, doneAt } = state;
  return {
    acceptance: { stretches: stretches.acceptance, metAt: acceptedAt, isCancelled: doneAt !== undefined },
    resolution: { stretches: stretches.resolution, metAt: doneAt, isCancelled: false },
  };
}

interface State {
  /** When it was first taken in charge. */
  readonly acceptedAt?: number;
  /** Since when it is done. */
  readonly doneAt?: number;
}

function stateAfter({ acceptedAt, doneAt }: State, row: Row, at: number): State {
  if (row['Activity'] === 'Take in charge ticket') return { acceptedAt: acceptedAt ?? at };
  const accepted = acceptedAt === undefined ? {} : { acceptedAt };
  const ends = row['Activity'] === 'Resolve ticket' || row['Activity'] === 'Closed';
  return ends || doneAt !== undefined ? { ...accepted, doneAt: doneAt ?? at } : accepted;
}

function runningAfter({ acceptedAt, doneAt }: State, row: Row): Kind[] {
  if (doneAt !== undefined) return [];
  const accepting: Kind[] = acceptedAt === undefined ? ['acceptance'] : [];
  return row['Activity'] === 'Wait' ? accepting : [...accepting, 'resolution'];
}

const targetMsOf = (kind: Kind, row: Row): number =>
  TARGETS[kind][row['seriousness_2'] === 'Value 4' ? 'urgent' : 'normal'];

/** The log's times are UTC. */
const timeOf = (row: Row): number =>
  DateTime.fromFormat(row['Complete Timestamp'] ?? '', 'yyyy/MM/dd HH:mm:ss.SSS', { zone: 'utc' }).toMillis();
