import { ImprovementStreams, planDigest } from '@tenure/improvement-service';
import { DAY_MS, type AutomationFixture } from './automation.fixture';

/** With one cause. */
export async function openProblem(
  fixture: AutomationFixture,
  problemId: string,
  occurredAt = fixture.now(),
): Promise<void> {
  const title = { zh: '延迟', en: 'Late' };
  const scope = { themeId: 'late-delivery' };
  await fixture.send('OpenProblem', { problemId, title, scope, since: occurredAt, by: 'wang' }, occurredAt);
  const why = { whyId: 'w-1', answer: 'so', category: 'process', root: true, evidence: [], by: 'wang' };
  await fixture.send('AnswerWhy', { problemId, ...why }, occurredAt);
}

export interface StartedMeasure {
  readonly measureId: string;
  readonly problemId: string;
  readonly owner: string;
  /** When it is planned and started; ISO 8601. */
  readonly at: string;
  readonly dueInDays: number;
  /** Day from which customers notice it, where they are to be told. */
  readonly effectiveOn?: string;
}

/** Observed from a day after its start on, for a day. */
export async function startMeasure(fixture: AutomationFixture, started: StartedMeasure): Promise<void> {
  const { measureId, owner, at } = started;
  await fixture.send('PlanMeasure', planOf(started), at);
  const measure = await new ImprovementStreams(fixture.client).measure(measureId);
  const digest = measure.stage === 'absent' ? '' : planDigest(measure.plan);
  await fixture.send('CommitToMeasure', { measureId, digest, by: owner }, at);
  await fixture.send('StartMeasure', { measureId, by: owner }, at);
}

function planOf({ measureId, problemId, owner, at, dueInDays, effectiveOn }: StartedMeasure) {
  const after = (days: number) => new Date(Date.parse(at) + days * DAY_MS).toISOString();
  const text = { zh: '更快', en: 'Faster' };
  return {
    measureId,
    problemId,
    content: 'Another carrier',
    causes: ['w-1'],
    owner,
    startsOn: dayOf(after(-1)),
    dueOn: dayOf(after(dueInDays)),
    resources: 'two people',
    acceptance: 'in time',
    verification: {
      metricId: 'csat',
      segment: {},
      baseline: { from: after(-30), until: after(-1) },
      observation: { from: after(1), until: after(2) },
      target: { atLeast: 80 },
      smallestSample: 30,
    },
    ...(effectiveOn !== undefined && { announcement: { content: text, effectiveOn, value: text } }),
    by: 'wang',
  };
}

const dayOf = (moment: string): string => moment.slice(0, 10);
