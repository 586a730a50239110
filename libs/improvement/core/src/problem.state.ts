import type {
  ProblemAsOf,
  ProblemEvent,
  ProblemOpened,
  ProblemPrioritised,
  ProblemReopened,
  WhyAnswered,
} from '@tenure/improvement-contract';

type Of<Type extends ProblemEvent['type']> = Extract<ProblemEvent, { type: Type }>['data'];

/** A problem with what decisions on it need besides what is told of it. */
export interface KnownProblem extends ProblemAsOf {
  readonly opened: ProblemOpened;
  /** By complaint: whether a person said that it belongs to it, or doesn't. */
  readonly links: Readonly<Record<string, boolean>>;
  readonly withdrawn: readonly Of<'WhyWithdrawn'>[];
  readonly efforts: readonly Of<'ProblemEffortEstimated'>[];
  readonly prioritised: ProblemPrioritised | null;
  readonly dismissal: Of<'ProblemDismissed'> | null;
  readonly reopened: ProblemReopened | null;
  /** What measures have led to, so that each leads to it once: `because` and the id of the measure. */
  readonly outcomes: readonly string[];
}

export type Problem = { readonly status: 'absent' } | KnownProblem;

export function evolveProblem(state: Problem, event: ProblemEvent): Problem {
  if (event.type === 'ProblemOpened') return opened(event.data);
  return state.status === 'absent' ? state : { ...state, ...changesOf(state, event) };
}

function changesOf(
  state: KnownProblem,
  event: Exclude<ProblemEvent, { type: 'ProblemOpened' }>,
): Partial<KnownProblem> {
  switch (event.type) {
    case 'ProblemEvidenceFound':
      return { evidence: [...state.evidence, event.data.evidence] };
    case 'ProblemCaseLinked':
      return { links: { ...state.links, [event.data.complaintId]: true } };
    case 'ProblemCaseUnlinked':
      return { links: { ...state.links, [event.data.complaintId]: false } };
    case 'WhyAnswered':
      return { whys: withAnswer(state.whys, event.data) };
    case 'WhyWithdrawn':
      return {
        whys: state.whys.filter(({ whyId }) => whyId !== event.data.whyId),
        withdrawn: [...state.withdrawn, event.data],
      };
    case 'ProblemEffortEstimated':
      return { personDays: event.data.personDays, efforts: [...state.efforts, event.data] };
    case 'ProblemPrioritised': {
      const { priority, reason: priorityReason, impact } = event.data;
      return { priority, priorityReason, impact, prioritised: event.data };
    }
    case 'ProblemSolved':
    case 'ProblemReopened':
    case 'ProblemDismissed':
      return standingAfter(state, event);
  }
}

function standingAfter(
  state: KnownProblem,
  event: Extract<ProblemEvent, { type: 'ProblemSolved' | 'ProblemReopened' | 'ProblemDismissed' }>,
): Partial<KnownProblem> {
  switch (event.type) {
    case 'ProblemSolved':
      return { status: 'solved', solvedBy: event.data.measureId, changedAt: event.data.solvedAt };
    case 'ProblemReopened': {
      const { because, measureId, reopenedAt } = event.data;
      return {
        status: 'open',
        solvedBy: null,
        dismissal: null,
        reopened: event.data,
        reopenings: state.reopenings + 1,
        outcomes: measureId === undefined ? state.outcomes : [...state.outcomes, outcomeOf(because, measureId)],
        changedAt: reopenedAt,
      };
    }
    case 'ProblemDismissed':
      return { status: 'dismissed', dismissal: event.data, changedAt: event.data.dismissedAt };
  }
}

export const outcomeOf = (because: ProblemReopened['because'], measureId: string): string => `${because}:${measureId}`;

const withAnswer = (whys: readonly WhyAnswered[], answer: WhyAnswered): readonly WhyAnswered[] =>
  whys.some(({ whyId }) => whyId === answer.whyId)
    ? whys.map((known) => (known.whyId === answer.whyId ? answer : known))
    : [...whys, answer];

function opened(data: ProblemOpened): KnownProblem {
  const { problemId, title, description, scope, since, by, openedAt, evidence } = data;
  return {
    problemId,
    title,
    ...(description !== undefined && { description }),
    scope,
    status: 'open',
    since,
    by,
    openedAt,
    changedAt: openedAt,
    evidence: evidence ? [evidence] : [],
    whys: [],
    priority: null,
    priorityReason: null,
    impact: null,
    personDays: null,
    solvedBy: null,
    reopenings: 0,
    opened: data,
    links: {},
    withdrawn: [],
    efforts: [],
    prioritised: null,
    dismissal: null,
    reopened: null,
    outcomes: [],
  };
}
