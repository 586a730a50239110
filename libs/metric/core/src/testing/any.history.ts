import * as fc from 'fast-check';
import { LIFECYCLE_STAGES } from '@tenure/shared-contract';
import { happens, type MetricEvent } from './metric.events';

const DAYS = 120;
const START = Date.UTC(2024, 0, 1);
const HOUR_MS = 3_600_000;

/** A moment of the history, in whole hours, so that moments coincide now and then. */
export const anyMoment: fc.Arbitrary<string> = fc
  .nat(DAYS * 24)
  .map((hour) => new Date(START + hour * HOUR_MS).toISOString());

const anyOf = (prefix: string, count: number) => fc.nat(count - 1).map((number) => `${prefix}-${number}`);
const anyCustomer = anyOf('k', 5);
export const anyTier = fc.constantFrom('A', 'B', 'C');
export const anyProduct = fc.constantFrom('lamp', 'chair');

/** Moments of one thing after another. */
const moments = (most: number) =>
  fc.array(anyMoment, { minLength: 1, maxLength: most, size: 'max' }).map((unsorted) => unsorted.toSorted());

const anyCase = fc
  .record({
    id: anyOf('c', 40),
    customerId: anyCustomer,
    product: fc.option(anyProduct, { nil: undefined }),
    caseType: fc.constantFrom('complaint' as const, 'inquiry' as const, undefined),
    at: moments(10),
    steps: fc.array(fc.constantFrom(0, 0, 2, 2, 2, 4, 4, 1, 3, 5, 6), { maxLength: 7, size: 'max' }),
    disputed: fc.option(fc.boolean(), { nil: undefined }),
  })
  .map(({ id, at, steps, disputed, ...more }) => {
    const did = steps.map((step, index): MetricEvent => {
      const moment = at[Math.min(index + 1, at.length - 1)] ?? '';
      return STEPS[step]?.(id, moment, disputed) ?? happens.replies(id, moment);
    });
    return [happens.opens(id, at[0] ?? '', more), ...did];
  });

const STEPS: readonly ((id: string, at: string, disputed: boolean | undefined) => MetricEvent)[] = [
  happens.replies,
  (id, at) => happens.isAccepted(id, at, 'bo'),
  happens.resolves,
  happens.reopens,
  happens.closes,
  happens.isDuplicate,
  (id, at) => happens.isAccepted(id, at, 'anna'),
];

/** A clock from its breach, if it has one, to its end, if it has one, which it may go on after. */
const anyClock = fc
  .record({
    id: anyOf('c', 40),
    clockId: fc.constantFrom('first-response' as const, 'resolution' as const),
    at: moments(8),
    breaches: fc.boolean(),
    voided: fc.boolean(),
    end: fc.constantFrom('met' as const, 'cancelled' as const, 'duplicate' as const, 'none' as const),
    goesOn: fc.boolean(),
    metAgain: fc.boolean(),
  })
  .map(({ id, clockId, at, breaches, voided, end, goesOn, metAgain }) => {
    const moment = (index: number) => at[Math.min(index, at.length - 1)] ?? '';
    const breach = happens.breaches(id, moment(1), clockId);
    const begun = breaches ? [breach, ...(voided ? [happens.isPaused(id, moment(0), clockId, true)] : [])] : [];
    if (end === 'none') return begun;
    const late = breaches && !voided;
    const again = [happens.goesOn(id, moment(3), clockId), happens.meets(id, moment(4), clockId, late)];
    return [...begun, ENDS[end](id, moment(2), clockId, late), ...again.slice(0, goesOn ? (metAgain ? 2 : 1) : 0)];
  });

const ENDS = {
  met: happens.meets,
  cancelled: (id: string, at: string, clockId: string) => happens.isCancelled(id, at, clockId, 'case-resolved'),
  duplicate: (id: string, at: string, clockId: string) => happens.isCancelled(id, at, clockId, 'duplicate'),
};

const anyInvitation = fc
  .record({
    id: anyOf('i', 1_000),
    more: fc.record(
      {
        customerId: anyCustomer,
        product: anyProduct,
        surveyId: anyOf('s', 2),
        labels: fc.subarray(['late', 'broken']),
      },
      { requiredKeys: ['customerId', 'surveyId'] },
    ),
    at: moments(2),
    scores: fc.record(
      { csat: fc.integer({ min: 1, max: 5 }), nps: fc.nat(10), ces: fc.integer({ min: 1, max: 7 }) },
      { requiredKeys: [] },
    ),
  })
  .map(({ id, at: [invitedAt = '', answeredAt], scores, more }) => [
    happens.isAsked(id, invitedAt, more),
    ...(answeredAt === undefined ? [] : [happens.answers(id, answeredAt, invitedAt, scores, more)]),
  ]);

const anyBuying = fc
  .record({ customerId: anyCustomer, at: moments(2), id: fc.uuid() })
  .map(({ customerId, id, at: [bought = '', calledOff] }) => [
    happens.buys(customerId, bought, id),
    ...(calledOff === undefined ? [] : [happens.callsOff(customerId, calledOff, bought, id)]),
  ]);

const anyStanding = fc
  .record({
    customerId: anyCustomer,
    other: anyCustomer,
    at: anyMoment,
    tier: anyTier,
    stage: fc.constantFrom(...LIFECYCLE_STAGES),
    kind: fc.nat(8),
  })
  .map(({ customerId, other, at, tier, stage, kind }): MetricEvent[] => {
    if (kind === 0) return [happens.isReferred(customerId, at, other)];
    if (kind === 1) return [happens.isReferred(customerId, at, undefined)];
    if (kind === 2 && other > customerId) return [happens.isMerged(customerId, at, other)];
    if (kind === 3) return [happens.isUnmerged(customerId, at, other)];
    return kind === 4 ? [happens.isOfTier(customerId, at, tier)] : [happens.enters(customerId, at, stage)];
  });

const registrations = fc
  .tuple(...[0, 1, 2, 3, 4].map(() => fc.tuple(anyMoment, fc.option(anyCustomer, { nil: undefined }))))
  .map((all) => [all.map(([at, referredBy], index) => happens.registers(`k-${index}`, at, referredBy))]);

/** Enough of them for something to be found in a window. */
const some = (documents: fc.Arbitrary<MetricEvent[]>, most: number) =>
  fc.array(documents, { minLength: Math.floor(most / 2), maxLength: most, size: 'max' });

/** A history in which no case or invitation begins twice. */
export const anyMetricHistory: fc.Arbitrary<readonly MetricEvent[]> = fc
  .tuple(
    registrations,
    some(anyCase, 40),
    some(anyClock, 40),
    some(anyInvitation, 20),
    some(anyBuying, 15),
    some(anyStanding, 60),
  )
  .map((kinds) => firstOfEach(kinds.flat()));

function firstOfEach(documents: readonly (readonly MetricEvent[])[]): readonly MetricEvent[] {
  const begun = new Set<string>();
  return documents
    .filter((document) => {
      const [first] = document;
      if (!first) return false;
      const key = keyOf(first);
      if (begun.has(key)) return false;
      begun.add(key);
      return true;
    })
    .flat();
}

function keyOf(first: MetricEvent): string {
  if ('caseId' in first.data && 'clockId' in first.data) return `clock ${first.data.caseId} ${first.data.clockId}`;
  if ('complaintId' in first.data) return `case ${first.data.complaintId}`;
  if ('invitationId' in first.data) return `invitation ${first.data.invitationId}`;
  return JSON.stringify(first);
}
