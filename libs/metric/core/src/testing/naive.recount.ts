import type { MetricQuestion } from '@tenure/metric-contract';
import { caseClock } from '@tenure/service-standard-core';
import { caseClockCodec, type CaseClockEvent } from '@tenure/service-standard-contract';
import { projected, recordAll } from '@tenure/kernel/testing';
import { happenedAt } from './business.time';
import type { MetricEvent } from './metric.events';

type Of<Type extends MetricEvent['type']> = Extract<MetricEvent, { type: Type }>;

/** Observations as they are found by reading the events again for each question, one for each case, answer or customer. */
export function recount(events: readonly MetricEvent[], question: MetricQuestion): readonly number[] {
  const { metricId, window, asOf = window.until } = question;
  return new Recount(
    events.filter((event) => happenedAt(event) <= Date.parse(asOf)),
    question,
    Date.parse(window.from),
    Date.parse(window.until),
  )[metricId]();
}

class Recount {
  constructor(
    private readonly known: readonly MetricEvent[],
    private readonly question: MetricQuestion,
    private readonly from: number,
    private readonly until: number,
  ) {}

  'first-response-hours' = () =>
    this.#openedCases().flatMap(({ at, own }) => {
      const replies = all(own, 'ComplaintResponded').map(happenedAt);
      return replies.length === 0 ? [] : [(Math.min(...replies) - at) / 3_600_000];
    });

  'resolution-hours' = () =>
    this.#openedCases().flatMap(({ at, own }) => {
      const resolved = resolvedOf(own);
      return resolved === undefined ? [] : [(resolved - at) / 3_600_000];
    });

  'resolution-rate' = () => this.#openedCases().map(({ own }) => (resolvedOf(own) === undefined ? 0 : 1));

  'first-contact-resolution' = () =>
    this.#openedCases()
      .filter(({ own }) => resolvedOf(own) !== undefined)
      .map(({ own }) => {
        const handOvers = all(own, 'ComplaintAccepted').filter(({ data }) => data.owner !== data.previousOwner);
        const again = all(own, 'ComplaintReopened').length + handOvers.length;
        return again === 0 && all(own, 'ComplaintResponded').length < 2 ? 1 : 0;
      });

  'response-attainment' = () => this.#clocks('first-response');
  'resolution-attainment' = () => this.#clocks('resolution');

  'dispute-rate' = () =>
    this.#openedCases().flatMap(({ own }) => {
      const last = own.findLast(({ type }) => type === 'ComplaintClosed' || type === 'ComplaintReopened');
      return last?.type === 'ComplaintClosed' && last.data.disputed !== undefined ? [last.data.disputed ? 1 : 0] : [];
    });

  'complaint-rate' = () => {
    const { segment } = this.question;
    const end = Math.min(this.until - 1, Date.parse(this.question.asOf ?? this.question.window.until));
    const complaints = this.#cases(segment.caseTypes ?? ['complaint'])
      .filter(({ at, own }) => this.#shows(at) && !isDuplicate(own))
      .map(({ customerId }) => this.#knownAs(customerId, end));
    return this.#customersAt(end).map((id) => 100 * complaints.filter((customerId) => customerId === id).length);
  };

  csat = () => this.#scores('csat').map((score) => (score >= 4 ? 1 : 0));
  ces = () => this.#scores('ces').map((score) => (score >= 5 ? 1 : 0));
  nps = () => this.#scores('nps').map((score) => (score >= 9 ? 100 : score <= 6 ? -100 : 0));

  'survey-response-rate' = () =>
    this.#invitations().flatMap(({ invited, answered }) => (this.#shows(invited) ? [answered ? 1 : 0] : []));

  'churn-rate' = () =>
    this.#customersAt(this.from - 1).flatMap((id) => {
      const stages = all(this.known, 'StageEntered').filter(({ data }) => data.customerId === id);
      const before = stages.findLast((event) => happenedAt(event) < this.from)?.data.stage;
      if (before === undefined || before === 'churned') return [];
      return [stages.some((event) => event.data.stage === 'churned' && this.#shows(happenedAt(event))) ? 1 : 0];
    });

  'repurchase-rate' = () => {
    const end = Math.min(this.until - 1, Date.parse(this.question.asOf ?? this.question.window.until));
    const off = all(this.known, 'PurchaseCancelled').map(({ data }) => data.purchaseId);
    const kept = all(this.known, 'PurchaseRecorded').filter(
      (event) => !off.includes(event.data.purchaseId) && this.#shows(happenedAt(event)),
    );
    return this.#customersAt(end).flatMap((id) => {
      const own = kept.filter(({ data }) => this.#knownAs(data.customerId, end) === id);
      const days = new Set(own.map(({ data }) => data.purchasedAt.slice(0, 10)));
      return days.size === 0 ? [] : [days.size > 1 ? 1 : 0];
    });
  };

  'referral-share' = () => {
    const end = Math.min(this.until - 1, Date.parse(this.question.asOf ?? this.question.window.until));
    return this.#customersAt(end).flatMap((id) => {
      const own = this.known.filter(({ data }) => 'customerId' in data && data.customerId === id);
      const registered = all(own, 'CustomerRegistered')[0];
      if (!registered || !this.#shows(happenedAt(registered))) return [];
      const told = own.findLast((event) => event.type === 'CustomerProfileChanged' || tellsOf(event));
      return [told && 'referredBy' in told.data && told.data.referredBy !== undefined ? 1 : 0];
    });
  };

  #shows = (at: number): boolean => at >= this.from && at < this.until;

  #openedCases = () =>
    this.#cases(this.question.segment.caseTypes).filter(
      ({ at, own, customerId }) => this.#shows(at) && !isDuplicate(own) && this.#isOfTier(customerId, at),
    );

  #cases(types: readonly string[] | undefined) {
    const { product } = this.question.segment;
    return all(this.known, 'ComplaintOpened')
      .filter(({ data }) => types?.includes(data.caseType ?? 'complaint') ?? true)
      .filter(({ data }) => product === undefined || data.product === product)
      .map((opened) => {
        const { complaintId, customerId } = opened.data;
        const own = this.known.filter(({ data }) => 'complaintId' in data && data.complaintId === complaintId);
        return { id: complaintId, at: happenedAt(opened), own, customerId };
      });
  }

  #clocks(clockId: string): readonly number[] {
    // Clocks run from the opening of their case on, though these are made up without regard to it.
    const cases = this.#cases(this.question.segment.caseTypes).filter(({ at }) => at < this.until);
    return projected(caseClock, recordAll(this.known.filter(isOfClock)))
      .filter((row) => row.clockId === clockId && row.decidedAt !== null && this.#shows(Date.parse(row.decidedAt)))
      .filter(({ caseId }) => cases.some(({ id, at, customerId }) => id === caseId && this.#isOfTier(customerId, at)))
      .map(({ outcome }) => (outcome === 'met' ? 1 : 0));
  }

  #invitations() {
    const { product, surveyId, label } = this.question.segment;
    return all(this.known, 'SurveyInvited')
      .filter(({ data }) => product === undefined || data.product === product)
      .filter(({ data }) => surveyId === undefined || data.surveyId === surveyId)
      .filter(({ data }) => label === undefined || data.labels?.includes(label))
      .filter((event) => this.#isOfTier(event.data.customerId, happenedAt(event)))
      .map((event) => {
        const { invitationId } = event.data;
        const answered = all(this.known, 'SurveyAnswered').find(({ data }) => data.invitationId === invitationId);
        return { invited: happenedAt(event), answered };
      });
  }

  #scores = (measure: string): readonly number[] =>
    this.#invitations()
      .flatMap(({ answered }) => (answered && this.#shows(happenedAt(answered)) ? answered.data.answers : []))
      .flatMap((answer) => (answer.kind === 'scale' && answer.measures === measure ? [answer.score] : []));

  #isOfTier(customerId: string, at: number): boolean {
    const { tiers } = this.question.segment;
    const told = all(this.known, 'TierOverridden').findLast(
      (event) => event.data.customerId === customerId && happenedAt(event) <= at,
    );
    return tiers === undefined || (told !== undefined && tiers.includes(told.data.tier));
  }

  /** Those who were there, each under their own id. */
  #customersAt(at: number): readonly string[] {
    const there = ['CustomerRegistered', 'PurchaseRecorded', 'ComplaintOpened'];
    const seen = this.known.flatMap((event) =>
      there.includes(event.type) && 'customerId' in event.data && happenedAt(event) <= at
        ? [event.data.customerId]
        : [],
    );
    return [...new Set(seen)].filter((id) => this.#knownAs(id, at) === id && this.#isOfTier(id, at));
  }

  #knownAs(customerId: string, at: number): string {
    const last = this.known.findLast(
      (event) =>
        (event.type === 'CustomerMerged' || event.type === 'CustomerMergeUndone') &&
        event.data.customerId === customerId &&
        happenedAt(event) <= at,
    );
    return last?.type === 'CustomerMerged' ? this.#knownAs(last.data.into, at) : customerId;
  }
}

const all = <Type extends MetricEvent['type']>(events: readonly MetricEvent[], type: Type): readonly Of<Type>[] =>
  events.filter((event): event is Of<Type> => event.type === type);

const tellsOf = (event: MetricEvent): boolean =>
  event.type === 'CustomerRegistered' && event.data.referredBy !== undefined;

const isOfClock = (event: MetricEvent): event is CaseClockEvent =>
  caseClockCodec.types.some((type) => type === event.type);

const isDuplicate = (own: readonly MetricEvent[]): boolean =>
  own.findLast(({ type }) => type === 'ComplaintLinkedAsDuplicate' || type === 'ComplaintReopened')?.type ===
  'ComplaintLinkedAsDuplicate';

/** When a case was resolved that has not been reopened since. */
function resolvedOf(own: readonly MetricEvent[]): number | undefined {
  const last = own.findLast(({ type }) => type === 'ComplaintResolved' || type === 'ComplaintReopened');
  return last?.type === 'ComplaintResolved' ? happenedAt(last) : undefined;
}
