import type {
  MeasureAsOf,
  MeasureCommitted,
  MeasureEvent,
  MeasureMoneySpent,
  MeasureOverdue,
  MeasurePlanned,
  MeasureProgressReported,
} from '@tenure/improvement-contract';

type Of<Type extends MeasureEvent['type']> = Extract<MeasureEvent, { type: Type }>['data'];
type Standing = Omit<MeasureAsOf, 'overdue' | 'announcedTo'>;

/** A measure with what decisions on it need besides what is told of it. */
export interface KnownMeasure extends Standing {
  readonly plan: MeasurePlanned;
  readonly commitment: MeasureCommitted | null;
  readonly startedBy: string | null;
  readonly completion: Of<'MeasureCompleted'> | null;
  readonly abandonment: Of<'MeasureAbandoned'> | null;
  readonly report: MeasureProgressReported | null;
  /** The ledger, by the ids of its entries. */
  readonly entries: Readonly<Record<string, MeasureMoneySpent>>;
  /** Customers that were told. */
  readonly told: readonly string[];
  readonly overdueSteps: readonly MeasureOverdue[];
}

export type Measure = { readonly stage: 'absent' } | KnownMeasure;

export function evolveMeasure(state: Measure, event: MeasureEvent): Measure {
  if (event.type === 'MeasurePlanned') return planned(event.data);
  return state.stage === 'absent' ? state : { ...state, ...changesOf(state, event) };
}

type AfterPlan = Exclude<MeasureEvent, { type: 'MeasurePlanned' }>;

function changesOf(state: KnownMeasure, event: AfterPlan): Partial<KnownMeasure> {
  switch (event.type) {
    case 'MeasureCommitted':
      return { stage: 'committed', commitment: event.data, committedAt: event.data.committedAt };
    case 'MeasureStarted':
      return { stage: 'started', startedAt: event.data.startedAt, startedBy: event.data.by };
    case 'MeasureProgressReported':
      return { percent: event.data.percent, report: event.data };
    case 'MeasureBudgetChanged':
      return { budget: event.data.budget };
    case 'MeasureMoneySpent':
      return { spentMinor: event.data.spentMinor, entries: { ...state.entries, [event.data.entryId]: event.data } };
    case 'MeasureDueMoved':
      return { dueOn: event.data.dueOn };
    case 'MeasureOverdue':
      return { overdueSteps: [...state.overdueSteps, event.data] };
    case 'MeasureAnnounced':
      return { told: [...state.told, ...event.data.customerIds] };
    case 'MeasureCompleted':
      return { stage: 'completed', completedAt: event.data.completedAt, completion: event.data };
    case 'MeasureAbandoned':
      return { stage: 'abandoned', abandonment: event.data };
    case 'MeasureVerified':
    case 'MeasureRegressed':
    case 'MeasureStandardDrafted':
      return outcomeOf(state, event);
  }
}

function outcomeOf(
  { standards }: KnownMeasure,
  event: Extract<MeasureEvent, { type: 'MeasureVerified' | 'MeasureRegressed' | 'MeasureStandardDrafted' }>,
): Partial<KnownMeasure> {
  switch (event.type) {
    case 'MeasureVerified':
      return { verified: { result: event.data.result, at: event.data.verifiedAt } };
    case 'MeasureRegressed':
      return { regressed: { result: event.data.result, at: event.data.regressedAt } };
    case 'MeasureStandardDrafted': {
      const { policyId, version, draftedAt } = event.data;
      return { standards: [...standards, { policyId, version, draftedAt }] };
    }
  }
}

function planned(plan: MeasurePlanned): KnownMeasure {
  const { measureId, problemId, content, causes, owner, startsOn, dueOn, resources, acceptance, plannedAt } = plan;
  return {
    ...{ measureId, problemId, content, causes, owner, startsOn, dueOn, resources, acceptance, plannedAt },
    stage: 'planned',
    committedAt: null,
    startedAt: null,
    completedAt: null,
    percent: null,
    budget: plan.budget ?? null,
    spentMinor: 0,
    verification: plan.verification,
    verified: null,
    regressed: null,
    announcement: plan.announcement ?? null,
    standards: [],
    plan,
    commitment: null,
    startedBy: null,
    completion: null,
    abandonment: null,
    report: null,
    entries: {},
    told: [],
    overdueSteps: [],
  };
}
