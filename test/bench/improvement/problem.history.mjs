const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const THEMES = ['slow-response', 'late-delivery', 'product-quality', 'billing', 'refund-and-return'];
const POLICY = { policyId: 'improvement', version: 1 };
const words = (en) => ({ zh: en, en });

/** Every tenth day somebody opens a problem, finds its cause, and takes a measure that is verified half a year later. */
export function problemsOf({ firstDay, days, put }) {
  for (let number = 0; number * 10 < days - 220; number++) problem(number, firstDay + (number * 10 + 1) * DAY_MS, put);
  goal(firstDay + DAY_MS, firstDay + days * DAY_MS, put);
}

function problem(number, opened, put) {
  const [problemId, measureId, by] = [`p-${number}`, `m-${number}`, 'lin'];
  const themeId = THEMES[number % THEMES.length];
  const day = (after) => opened + after * DAY_MS;
  const isEffective = number % 3 !== 0;
  const onProblem = (after, type, time, data = {}) =>
    put(day(after), (at) => of(`problem-${problemId}`, type, at, { problemId, ...data, [time]: at }));
  const onMeasure = (after, type, time, data = {}) =>
    put(day(after), (at) => of(`measure-${measureId}`, type, at, { measureId, problemId, ...data, [time]: at }));

  onProblem(0, 'ProblemOpened', 'openedAt', {
    title: words(`More complaints: ${themeId}`),
    scope: { themeId },
    since: iso(opened - 30 * DAY_MS),
    by,
  });
  for (const [index, category] of ['people', 'tools', 'process'].entries()) {
    onProblem(1 + index / 10, 'WhyAnswered', 'answeredAt', {
      whyId: `w-${index + 1}`,
      ...(index > 0 && { because: `w-${index}` }),
      answer: `Reason ${index + 1}`,
      category,
      root: index === 2,
      evidence: [],
      by,
    });
  }
  onProblem(2, 'ProblemEffortEstimated', 'estimatedAt', { personDays: 3, by });
  onProblem(2.1, 'ProblemPrioritised', 'prioritisedAt', {
    priority: 'P0',
    impact: { customers: 40, byTier: {}, weightedCustomers: 40, cases: 45, money: {} },
    personDays: 3,
    reason: words('High impact, easy'),
    policy: POLICY,
  });
  const [baseline, observation] = [windowOf(opened, -90, 0), windowOf(opened, 30, 120)];
  const verification = {
    metricId: 'csat',
    segment: { themeId },
    baseline,
    observation,
    target: { atLeast: 60 },
    smallestSample: 30,
  };
  onMeasure(3, 'MeasurePlanned', 'plannedAt', {
    content: 'Another way of working',
    causes: ['w-3'],
    owner: by,
    startsOn: iso(day(10)).slice(0, 10),
    dueOn: iso(day(30)).slice(0, 10),
    resources: 'Two people',
    acceptance: 'CSAT of 60 %',
    verification,
    by,
  });
  onMeasure(4, 'MeasureCommitted', 'committedAt', { by, digest: '0'.repeat(64) });
  onMeasure(10, 'MeasureStarted', 'startedAt', { by });
  for (const week of [1, 2]) {
    onMeasure(10 + 7 * week, 'MeasureProgressReported', 'reportedAt', { percent: 40 * week, note: 'As planned', by });
  }
  onMeasure(28, 'MeasureCompleted', 'completedAt', { by });
  onMeasure(120, 'MeasureVerified', 'verifiedAt', { result: resultOf(verification, isEffective) });
  if (isEffective) onProblem(120 + HOUR_MS / DAY_MS, 'ProblemSolved', 'solvedAt', { measureId });
}

function resultOf({ metricId, segment, baseline, observation }, isEffective) {
  const valueOf = (window, value) => ({
    metricId,
    segment,
    window,
    asOf: window.until,
    n: 200,
    value,
    interval: { low: value - 7, high: value + 7 },
    spread: { kind: 'share', successes: 2 * value },
  });
  const observed = isEffective ? 64 : 44;
  return {
    verdict: isEffective ? 'effective' : 'not-effective',
    baseline: valueOf(baseline, 45),
    observed: valueOf(observation, observed),
    difference: observed - 45,
    interval: { low: observed - 55, high: observed - 35 },
    confidencePercent: 95,
    test: 'newcombe',
    targetReached: isEffective,
    reason: words('Figures that were made up'),
    policy: POLICY,
  };
}

function goal(starts, due, put) {
  for (const [metricId, baseline, target] of [
    ['csat', 40, 50],
    ['first-response-hours', 3, 2],
    ['repurchase-rate', 40, 46],
  ]) {
    const goalId = `g-${metricId}`;
    put(starts, (at) =>
      of(`goal-${goalId}`, 'GoalSet', at, {
        goalId,
        title: words(metricId),
        metricId,
        segment: {},
        baseline,
        target,
        windowDays: 90,
        startsAt: at,
        dueAt: iso(due),
        owner: 'lin',
        problems: [],
        by: 'lin',
        setAt: at,
      }),
    );
  }
}

const windowOf = (opened, from, until) => ({
  from: iso(opened + from * DAY_MS),
  until: iso(opened + until * DAY_MS),
});

const iso = (milliseconds) => new Date(Math.round(milliseconds)).toISOString();

/** No customer is told of these: the writer takes what there is. */
const of = (streamName, type, occurredAt, data) => ({ streamName, type, occurredAt, data });
