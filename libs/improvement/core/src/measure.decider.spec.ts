import type { MeasureCommand, MeasureEvent, MeasureRejection } from '@tenure/improvement-contract';
import { proveRepeatedCommandsYieldNoEvents, specify } from '@tenure/kernel/testing';
import { measure } from './measure.decider';
import type { MeasureCommandOf } from './measure.deciding';
import type { Measure } from './measure.state';
import { evolveProblem, type Problem } from './problem.state';
import { measureCommands } from './testing/improvement.commands';
import {
  answered,
  committed,
  completed,
  DIGEST,
  improvementPolicy,
  opened,
  plan,
  planned,
  started,
  verified,
} from './testing/improvement.fixture';

const absent: Problem = { status: 'absent' };
const openProblem = [opened, answered('w-1')].reduce(evolveProblem, absent);
const decider = measure({ policy: improvementPolicy, problem: openProblem, digestOf: () => DIGEST });
const { given } = specify(decider);
const at = '2026-03-20T09:00:00+08:00';
const of = { measureId: 'm-1', occurredAt: at } as const;
const commit = { type: 'CommitToMeasure', ...of, by: 'anna', digest: DIGEST } as const;
const start = { type: 'StartMeasure', ...of, by: 'anna' } as const;
const announce = (...customerIds: string[]) => ({ type: 'AnnounceMeasure', ...of, by: 'anna', customerIds }) as const;
const ids = { measureId: 'm-1', problemId: 'p-1' };
const announced = (customerIds: readonly string[], part: number, parts: number): MeasureEvent => ({
  type: 'MeasureAnnounced',
  data: {
    ...ids,
    announcement: plan.announcement ?? fail(),
    customerIds,
    part,
    parts,
    announcedAt: at,
  },
});

describe('a measure', () => {
  it('is committed to by its owner alone, who signs that plan and no other', () => {
    given(planned)
      .when(commit)
      .then({ type: 'MeasureCommitted', data: { ...ids, by: 'anna', digest: DIGEST, committedAt: at } });
    given(planned)
      .when({ ...commit, by: 'wang' })
      .thenRejected('measure-commitment-by-another');
    given(planned)
      .when({ ...commit, digest: 'e'.repeat(64) })
      .thenRejected('measure-commitment-to-another-plan');
    given(planned, committed)
      .when({ ...commit, by: 'wang' })
      .thenRejected('measure-already-committed');
  });
  it('starts after it was committed to, and before its effect is observed', () => {
    given(planned).when(start).thenRejected('measure-not-committed');
    given(planned, committed)
      .when(start)
      .then({ type: 'MeasureStarted', data: { ...ids, by: 'anna', startedAt: at } });
    given(planned, committed)
      .when({ ...start, occurredAt: '2026-04-01T00:00:00.001+08:00' })
      .thenRejected('measure-started-too-late');
    given(planned, committed, started)
      .when({ ...start, by: 'bo' })
      .thenRejected('measure-already-started');
  });
  it('is worked on between its start and its end', () => {
    const report = { type: 'ReportMeasureProgress', ...of, percent: 40, note: 'Signed', by: 'anna' } as const;
    given(planned, committed).when(report).thenRejected('measure-not-started');
    given(planned, committed, started, completed).when(report).thenRejected('measure-ended');
    given(planned, committed, started, completed)
      .when({ type: 'AbandonMeasure', ...of, by: 'anna', why: 'late' })
      .thenRejected('measure-ended');
  });
  it('is not worked on before it was planned', () =>
    given(planned)
      .when({ ...commit, occurredAt: '2026-03-01T00:00:00+08:00' })
      .thenRejected('measure-before-planned'));

  it('is announced to each customer once, in parts that are read at ease', () => {
    const many = Array.from({ length: 401 }, (_, index) => `k-${index}`);
    given(planned, committed)
      .when(announce(...many, 'k-0'))
      .then(
        announced(many.slice(0, 200), 1, 3),
        announced(many.slice(200, 400), 2, 3),
        announced(many.slice(400), 3, 3),
      );
    given(planned, committed, announced(['k-1'], 1, 1))
      .when(announce('k-1', 'k-2'))
      .then(announced(['k-2'], 1, 1));
  });
  it('is announced before it takes effect, to somebody, once it is committed to', () => {
    given(planned).when(announce('k-1')).thenRejected('measure-not-committed');
    given(planned, committed).when(announce()).thenRejected('measure-nobody-affected');
    given(planned, committed)
      .when({ ...announce('k-1'), occurredAt: '2026-04-01T00:00:00+08:00' })
      .thenRejected('measure-announced-too-late');
    const { announcement: _announcement, ...silent } = plan;
    given({ type: 'MeasurePlanned', data: silent }, committed)
      .when(announce('k-1'))
      .thenRejected('measure-no-announcement');
  });

  it('yields no events for a repeated command, in its first steps and in its last', () => {
    const { PlanMeasure, CommitToMeasure, StartMeasure, ...later } = measureCommands;
    proveRepeatedCommandsYieldNoEvents<Measure, MeasureCommandOf<First>, MeasureEvent, MeasureRejection>(decider, {
      PlanMeasure,
      CommitToMeasure,
      StartMeasure,
    });
    const { RecordRegression, NoteMeasureStandard, ...work } = later;
    const underWay = given(planned, committed, started).state();
    proveRepeatedCommandsYieldNoEvents<Measure, MeasureCommandOf<Work>, MeasureEvent, MeasureRejection>(
      { ...decider, initial: underWay },
      work,
    );
    const initial = given(planned, committed, started, verified('effective')).state();
    proveRepeatedCommandsYieldNoEvents<Measure, MeasureCommandOf<Last>, MeasureEvent, MeasureRejection>(
      { ...decider, initial },
      { RecordRegression, NoteMeasureStandard },
    );
  });
});

type First = 'PlanMeasure' | 'CommitToMeasure' | 'StartMeasure';
type Last = 'RecordRegression' | 'NoteMeasureStandard';
type Work = Exclude<MeasureCommand['type'], First | Last>;
