import * as fc from 'fast-check';
import { DIGEST, opened, openedAt, plan, plannedAt, result } from './improvement.fixture';

const { data: problem } = opened;
const occurredAt = fc.constantFrom(openedAt, '2026-03-05T09:00:00+08:00', '2026-05-02T09:00:00+08:00');
const onProblem = { problemId: fc.constant(problem.problemId), occurredAt };
const by = fc.constantFrom('wang', 'anna');
const why = fc.constantFrom('one', 'two');
const whyId = fc.constantFrom('w-1', 'w-2', 'w-3');
const complaintId = fc.constantFrom('c-1', 'c-2');
const measureId = fc.constantFrom('m-1', 'm-2');
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const opening = {
  ...onProblem,
  title: fc.constantFrom({ zh: '延迟', en: 'Late' }, { zh: '错发', en: 'Wrong' }),
  description: optional(fc.constant('More of it')),
  scope: fc.constant({ themeId: 'late' }),
  since: fc.constant('2026-02-01T00:00:00+08:00'),
  by,
};
const evidence = fc.record({
  policy: fc.constant({ policyId: 'improvement', version: 2 }),
  rule: fc.constant({
    groups: ['theme' as const],
    windowDays: 14,
    baselineDays: 182,
    against: 'time' as const,
    leastCases: 5,
    leastRisePercent: 50,
    falseAlarmsPerYear: 2,
  }),
  scope: fc.constant({ themeId: 'late' }),
  window: fc.record({
    from: fc.constant('2026-02-15'),
    until: fc.constant('2026-03-01'),
    cases: fc.integer({ min: 5, max: 6 }),
  }),
  baseline: fc.constant({ from: '2025-08-17', until: '2026-02-15', cases: 13 }),
  expected: fc.constant(1),
  probability: fc.constant(1e-5),
  bound: fc.constant(1e-4),
  test: fc.constant({ zh: '二项检验', en: 'binomial' }),
  complaintIds: fc.constant(['c-1']),
});
const cases = fc.record({
  customers: fc.constant(3),
  byTier: fc.record({ A: fc.integer({ min: 0, max: 5 }), none: fc.integer({ min: 0, max: 5 }) }),
  cases: fc.constantFrom(3, 11),
  money: fc.constantFrom<Readonly<Record<string, number>>>({}, { CNY: 100_000 }),
});
const because = fc.constantFrom('measure-not-effective', 'regression');

/** Any command on one problem. */
export const problemCommands = {
  OpenProblem: fc.record({ type: fc.constant('OpenProblem'), ...opening }),
  OpenFoundProblem: fc.record({ type: fc.constant('OpenFoundProblem'), ...opening, evidence }),
  RecordProblemEvidence: fc.record({ type: fc.constant('RecordProblemEvidence'), ...onProblem, evidence }),
  LinkCase: fc.record({ type: fc.constant('LinkCase'), ...onProblem, complaintId, by }),
  UnlinkCase: fc.record({ type: fc.constant('UnlinkCase'), ...onProblem, complaintId, by }),
  AnswerWhy: fc.record({
    type: fc.constant('AnswerWhy'),
    ...onProblem,
    whyId,
    because: optional(whyId),
    answer: why,
    category: fc.constantFrom('process', 'tools'),
    root: fc.boolean(),
    evidence: fc.constant([]),
    by,
  }),
  WithdrawWhy: fc.record({ type: fc.constant('WithdrawWhy'), ...onProblem, whyId, why, by }),
  EstimateEffort: fc.record({
    type: fc.constant('EstimateEffort'),
    ...onProblem,
    personDays: fc.constantFrom(1, 20),
    note: optional(fc.constant('By experience')),
    by,
  }),
  PrioritiseProblem: fc.record({ type: fc.constant('PrioritiseProblem'), ...onProblem, cases }),
  SolveProblem: fc.record({ type: fc.constant('SolveProblem'), ...onProblem, measureId }),
  ReopenProblem: fc.record({ type: fc.constant('ReopenProblem'), ...onProblem, why, by }),
  ReopenProblemAfterMeasure: fc.record({
    type: fc.constant('ReopenProblemAfterMeasure'),
    ...onProblem,
    because,
    measureId,
    why,
  }),
  DismissProblem: fc.record({
    type: fc.constant('DismissProblem'),
    ...onProblem,
    why,
    sameAs: optional(fc.constantFrom('p-1', 'p-2')),
    by,
  }),
} as const;

const onMeasure = {
  measureId: fc.constant('m-1'),
  occurredAt: fc.constantFrom(plannedAt, '2026-03-20T09:00:00+08:00', '2026-05-02T09:00:00+08:00'),
};
const afterwards = { ...onMeasure, occurredAt: fc.constant('2026-05-02T09:00:00+08:00') };
const money = fc.record({
  amountMinor: fc.integer({ min: 1, max: 8_000 }),
  currency: fc.constantFrom('CNY', 'CNY', 'EUR'),
});
const { plannedAt: _plannedAt, ...planning } = plan;
const day = fc.constantFrom('2026-03-31', '2026-04-10');

/** Any command on one measure. */
export const measureCommands = {
  PlanMeasure: fc
    .record({
      type: fc.constant('PlanMeasure'),
      plan: fc.constantFrom(planning, { ...planning, content: 'A third carrier' }),
      occurredAt: onMeasure.occurredAt,
    })
    .map(({ plan: fields, ...command }) => ({ ...fields, ...command })),
  CommitToMeasure: fc.record({
    type: fc.constant('CommitToMeasure'),
    ...onMeasure,
    by: fc.constant('anna'),
    digest: fc.constant(DIGEST),
  }),
  StartMeasure: fc.record({
    type: fc.constant('StartMeasure'),
    ...onMeasure,
    occurredAt: fc.constant('2026-03-20T09:00:00+08:00'),
    by,
  }),
  ReportMeasureProgress: fc.record({
    type: fc.constant('ReportMeasureProgress'),
    ...onMeasure,
    percent: fc.constantFrom(10, 50),
    note: why,
    by,
  }),
  ChangeMeasureBudget: fc.record({ type: fc.constant('ChangeMeasureBudget'), ...onMeasure, budget: money, why, by }),
  SpendMeasureMoney: fc.record({
    type: fc.constant('SpendMeasureMoney'),
    ...onMeasure,
    entryId: fc.constantFrom('e-1', 'e-2', 'e-3', 'e-4'),
    amount: money,
    what: why,
    by,
  }),
  MoveMeasureDue: fc.record({ type: fc.constant('MoveMeasureDue'), ...onMeasure, dueOn: day, why, by }),
  CompleteMeasure: fc.record({
    type: fc.constant('CompleteMeasure'),
    ...onMeasure,
    note: optional(fc.constant('Done')),
    by,
  }),
  AbandonMeasure: fc.record({ type: fc.constant('AbandonMeasure'), ...afterwards, why, by }),
  AnnounceMeasure: fc.record({
    type: fc.constant('AnnounceMeasure'),
    ...onMeasure,
    customerIds: fc.subarray(['k-1', 'k-2', 'k-3']),
    by,
  }),
  MarkMeasureOverdue: fc.record({
    type: fc.constant('MarkMeasureOverdue'),
    ...onMeasure,
    what: fc.constantFrom('progress', 'completion'),
    dueAt: fc.constantFrom('2026-03-31T16:00:00.000Z', '2026-04-10T16:00:00.000Z'),
    step: fc.integer({ min: 1, max: 3 }),
    alarm: fc.boolean(),
  }),
  RecordVerification: fc.record({
    type: fc.constant('RecordVerification'),
    ...afterwards,
    result: fc.constantFrom(result('effective'), result('not-effective')),
  }),
  RecordRegression: fc.record({
    type: fc.constant('RecordRegression'),
    ...onMeasure,
    result: fc.constant(result('not-effective')),
    period: fc.integer({ min: 1, max: 2 }),
  }),
  NoteMeasureStandard: fc.record({
    type: fc.constant('NoteMeasureStandard'),
    ...afterwards,
    policyId: fc.constant('service-standard'),
    version: fc.integer({ min: 2, max: 3 }),
    by,
  }),
} as const;
