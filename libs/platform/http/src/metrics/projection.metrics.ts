import { Counter, Gauge, type Registry } from 'prom-client';
import type { ProjectionFigures, TableFigures } from './metrics.source';

const STATES = ['starting', 'running', 'filling', 'failing', 'fenced', 'stopped'];

/** Adds the projections' figures to a registry that lives for one answer. */
export function addProjectionMetrics(
  registry: Registry,
  projections: readonly ProjectionFigures[],
  tables: readonly TableFigures[],
): void {
  const of = (name: string, help: string, valueOf: (figures: ProjectionFigures) => number | undefined) =>
    addGauge(registry, { name: `tenure_projection_${name}`, help, projections, valueOf });
  of('position', 'Position of the log up to which its rows are.', ({ position }) => numberOf(position));
  of('lag_events', 'Events behind the log; an estimate above a hundred.', ({ lagEvents }) => lagEvents);
  of('lag_seconds', 'Age of the oldest event that its rows lack; 0 at the head.', ({ lagSeconds }) => lagSeconds);
  of('failing', 'Whether it does not go on.', ({ failure }) => (failure ? 1 : 0));
  of('failing_since_timestamp_seconds', 'Since when it does not go on.', ({ failure }) => secondsOf(failure?.since));
  of('stalled', 'Whether it is behind and does not move.', ({ stalledMs }) => (stalledMs === undefined ? 0 : 1));
  of('parked_sequences', 'Sequences that a poison event has stopped.', ({ parked }) => parked);
  of('oldest_parked_timestamp_seconds', 'Since when the oldest one waits.', (one) => secondsOf(one.oldestParkedAt));
  of('rebuild_events', 'Events that a rebuild under way has read.', ({ rebuild }) => rebuild?.events);
  addStates(registry, projections);
  addCounts(registry, projections, tables);
}

interface GaugeOptions {
  readonly name: string;
  readonly help: string;
  readonly projections: readonly ProjectionFigures[];
  readonly valueOf: (figures: ProjectionFigures) => number | undefined;
}

function addGauge(registry: Registry, { name, help, projections, valueOf }: GaugeOptions): void {
  const gauge = new Gauge({ name, help, labelNames: ['projection'], registers: [registry] });
  for (const figures of projections) {
    const value = valueOf(figures);
    if (value !== undefined) gauge.set({ projection: figures.name }, value);
  }
}

function addStates(registry: Registry, projections: readonly ProjectionFigures[]): void {
  const gauge = new Gauge({
    name: 'tenure_projection_state',
    help: 'What its writer is doing: 1 for the state that it is in.',
    labelNames: ['projection', 'state'],
    registers: [registry],
  });
  for (const { name, state: current, failure } of projections) {
    const inState = current ?? (failure ? 'failing' : 'running');
    for (const state of STATES) gauge.set({ projection: name, state }, state === inState ? 1 : 0);
  }
}

function addCounts(
  registry: Registry,
  projections: readonly ProjectionFigures[],
  tables: readonly TableFigures[],
): void {
  const labelNames = ['projection'] as const;
  const registers = [registry];
  const events = new Counter({
    name: 'tenure_projection_events_total',
    help: 'Events read, those that it does not look at included.',
    ...{ labelNames, registers },
  });
  for (const { name, eventsSeen } of projections) events.inc({ projection: name }, eventsSeen);
  const written = new Counter({
    name: 'tenure_projection_rows_written_total',
    help: 'Rows written, as PostgreSQL counts them; from 0 again after a rebuild.',
    ...{ labelNames, registers },
  });
  const rows = new Gauge({
    name: 'tenure_projection_rows',
    help: 'Rows of its table, as PostgreSQL estimates them.',
    ...{ labelNames, registers },
  });
  for (const table of tables) {
    written.inc({ projection: table.projection }, table.rowsWritten);
    rows.set({ projection: table.projection }, table.rows);
  }
}

const numberOf = (position: string | undefined): number | undefined =>
  position === undefined ? undefined : Number(position);

const secondsOf = (instant: string | undefined): number | undefined =>
  instant === undefined ? undefined : Date.parse(instant) / 1000;
