import type { DomainEvent, Recorded } from '@tenure/kernel';
import { recordAll } from '@tenure/kernel/testing';
import type { MeasureEvent, ProblemEvent } from '@tenure/improvement-contract';
import { foldPlainly, useProjections } from '@tenure/projections/testing';
import { improvementMigrations, improvementProjections } from './improvement.projections';
import { MeasureRegisterEntry } from './measure-register.entity';
import { ProblemRegisterEntry } from './problem-register.entity';

const at = '2026-03-01T01:00:00.000Z';
const ofProblem = { problemId: 'late' };
const ofMeasure = { measureId: 'carrier', problemId: 'late' };
const window = { from: at, until: '2026-03-02T01:00:00.000Z' };
const title = { zh: '“延迟”', en: 'Late, "very"\n\t\\ late' };
const problems: readonly ProblemEvent[] = [
  {
    type: 'ProblemOpened',
    data: { ...ofProblem, title, scope: { product: 'a,b' }, since: at, by: 'li', openedAt: at },
  },
  { type: 'ProblemCaseLinked', data: { ...ofProblem, complaintId: 'c-1', by: 'li', linkedAt: at } },
  { type: 'ProblemEffortEstimated', data: { ...ofProblem, personDays: 0.5, by: 'li', estimatedAt: at } },
  { type: 'ProblemSolved', data: { ...ofProblem, measureId: 'carrier', solvedAt: at } },
];
const measures: readonly MeasureEvent[] = [
  {
    type: 'MeasurePlanned',
    data: {
      ...ofMeasure,
      content: 'Carrier',
      causes: ['w-1'],
      owner: 'anna',
      startsOn: '2026-03-01',
      dueOn: '2026-03-31',
      resources: 'two',
      acceptance: 'in time',
      verification: {
        metricId: 'csat',
        segment: { tiers: ['A'] },
        baseline: window,
        observation: window,
        target: { atLeast: 85 },
        smallestSample: 30,
      },
      by: 'li',
      plannedAt: at,
    },
  },
  {
    type: 'MeasureDueMoved',
    data: { ...ofMeasure, dueOn: '2026-04-30', from: '2026-03-31', by: 'li', why: 'x', movedAt: at },
  },
];

describe('improvement read models', () => {
  const database = useProjections({ bindings: improvementProjections, migrations: improvementMigrations });

  it('hold problems and measures with their histories as the plain fold gives them', async () => {
    const history: readonly DomainEvent[] = [...problems, ...measures];
    const events: readonly Recorded<DomainEvent>[] = recordAll(history, { occurredAt: at });
    const { dataSource } = database;
    await database.project(events, 2);
    const folded = improvementProjections.map((binding) => [...foldPlainly(binding, events).values()]);
    const rows = [
      await dataSource.manager.find(ProblemRegisterEntry),
      await dataSource.manager.find(MeasureRegisterEntry),
    ];
    expect(rows).toEqual(folded.slice(0, 2));
    expect(rows).toMatchObject([[{ status: 'solved', product: 'a,b' }], [{ dueOn: '2026-04-30', metricId: 'csat' }]]);
  });
});
