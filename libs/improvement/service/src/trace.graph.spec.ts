import type { MeasureAsOf, ProblemAsOf, WhyAnswered } from '@tenure/improvement-contract';
import { traceOf } from './trace.graph';
import { tracePicture } from './trace.picture';

const at = '2026-01-05T09:00:00Z';
const why = (whyId: string, because: string | undefined, root: boolean): WhyAnswered => ({
  problemId: 'p-1',
  whyId,
  ...(because !== undefined && { because }),
  answer: `<${whyId}> & more`,
  category: 'process',
  root,
  evidence: [],
  by: 'anna',
  answeredAt: at,
});
const problem: ProblemAsOf = {
  problemId: 'p-1',
  title: { zh: '交付延迟', en: 'Late delivery' },
  scope: { themeId: 'late' },
  status: 'open',
  since: at,
  by: 'tenure',
  openedAt: at,
  changedAt: at,
  evidence: [],
  whys: [why('w-1', undefined, false), why('w-2', 'w-1', true)],
  priority: 'P1',
  priorityReason: null,
  impact: null,
  personDays: null,
  solvedBy: null,
  reopenings: 0,
};
const window = { from: at, until: '2026-02-05T09:00:00Z' };
const measure: MeasureAsOf = {
  measureId: 'm-1',
  problemId: 'p-1',
  content: 'Second carrier',
  causes: ['w-2', 'withdrawn'],
  owner: 'ben',
  startsOn: '2026-02-01',
  dueOn: '2026-03-01',
  resources: '',
  acceptance: '',
  stage: 'started',
  plannedAt: at,
  committedAt: at,
  startedAt: at,
  completedAt: null,
  percent: 50,
  overdue: false,
  budget: null,
  spentMinor: 0,
  verification: {
    metricId: 'csat',
    segment: {},
    baseline: window,
    observation: window,
    target: { atLeast: 80 },
    smallestSample: 30,
  },
  verified: null,
  regressed: null,
  announcement: null,
  announcedTo: 0,
  standards: [{ policyId: 'service-standard', version: 2, draftedAt: at }],
};
const complaint = { complaintId: 'c-1', at, themes: ['late', 'rude'], problems: ['p-1'] };
const parts = { complaints: [complaint], problems: [problem], measures: [measure], themes: undefined };

describe('trace', () => {
  const trace = traceOf('complaint:c-1', parts);

  it('leads from the complaint to the metric', () => {
    expect(trace.nodes.map(({ id }) => id)).toEqual([
      'complaint:c-1',
      'theme:late',
      'theme:rude',
      'problem:p-1',
      'cause:p-1:w-1',
      'cause:p-1:w-2',
      'measure:m-1',
      'standard:service-standard:2',
      'metric:csat',
    ]);
    expect(trace.edges.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      'complaint:c-1 → theme:late',
      'complaint:c-1 → theme:rude',
      'theme:late → problem:p-1',
      'problem:p-1 → cause:p-1:w-1',
      'cause:p-1:w-1 → cause:p-1:w-2',
      'cause:p-1:w-2 → measure:m-1',
      'measure:m-1 → standard:service-standard:2',
      'measure:m-1 → metric:csat',
    ]);
  });

  it('goes straight to a problem that is not of a theme of the complaint', () => {
    const linked = traceOf('complaint:c-1', { ...parts, complaints: [{ ...complaint, themes: ['rude'] }] });
    expect(linked.edges).toContainEqual({ from: 'complaint:c-1', to: 'problem:p-1' });
  });

  it('goes from the problem to a measure whose causes stand no more', () => {
    const without = traceOf('problem:p-1', { ...parts, problems: [{ ...problem, whys: [] }] });
    expect(without.edges).toContainEqual({ from: 'problem:p-1', to: 'measure:m-1' });
  });

  it('ends with the themes where nothing came of the complaint, and has the metric that nothing aims at', () => {
    const nothing = { problems: [], measures: [], themes: undefined };
    expect(traceOf('complaint:c-1', { ...nothing, complaints: [{ ...complaint, problems: [] }] }).edges).toHaveLength(
      2,
    );
    expect(traceOf('metric:ces', { ...nothing, complaints: [], metricId: 'ces' })).toMatchObject({
      nodes: [{ id: 'metric:ces', title: { zh: '客户费力度 (CES 2.0)' } }],
      edges: [],
    });
  });

  it('is drawn in both languages, with links and no markup of others', () => {
    const [zh, en] = [tracePicture(trace, 'zh'), tracePicture(trace, 'en')];
    expect(zh).toContain('交付延迟');
    expect(en).toContain('Late delivery');
    expect(en).toContain('<a href="/problems/p-1">');
    expect(en).toContain('&lt;w-1&gt; &amp; more');
    expect(en).not.toContain('<w-1>');
    expect(en.match(/marker-end/g)).toHaveLength(trace.edges.length);
  });
});
