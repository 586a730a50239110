import * as fc from 'fast-check';
import { JOURNEY_END, type JourneyContent, type JourneyStep } from '@tenure/policy-contract';
import { message, said, winBack } from './journey.fixture';

/** A journey of up to eight steps, each of which leads to later ones or to the end. */
export const anyJourney: fc.Arbitrary<JourneyContent> = fc
  .integer({ min: 1, max: 8 })
  .chain((length) => fc.tuple(...Array.from({ length }, (_, index) => anyStep(index, length))))
  .chain((steps) =>
    fc.record({
      category: fc.constantFrom('win-back' as const, 'maintenance' as const),
      exit: fc.constantFrom(undefined, winBack.exit),
      reentry: fc.constantFrom({ kind: 'never' as const }, { kind: 'after-days' as const, days: 3 }),
      holdOutPercent: fc.constantFrom(0, 0, 90),
      steps: fc.constant(steps),
    }),
  )
  .map((fields) => ({ ...winBack, entry: undefined, start: 'step-0', ...fields }));

function anyStep(index: number, length: number): fc.Arbitrary<JourneyStep> {
  const stepId = `step-${index}`;
  const later = Array.from({ length: length - index - 1 }, (_, ahead) => `step-${index + 1 + ahead}`);
  const next = fc.constantFrom(...later, JOURNEY_END);
  const task = { assignee: 'person:bo', title: said('call'), dueHours: 24 };
  const text = { subject: said(stepId), body: said('{customer.name}') };
  return fc.oneof(
    fc
      .record({ purpose: fc.constantFrom('marketing' as const, 'marketing' as const, 'service' as const), next })
      .map(({ purpose, next: to }) => message(stepId, to, { purpose })),
    fc
      .record({ hours: fc.integer({ min: 1, max: 200 }), next })
      .map(({ hours, next: to }) => ({ stepId, kind: 'wait', hours, next: to }) as const),
    fc
      .tuple(next, next)
      .map(([to, otherwise]) => ({ stepId, kind: 'branch', branches: [{ when: IS_A, next: to }], otherwise }) as const),
    next.map((to): JourneyStep => ({ stepId, kind: 'survey', surveyId: 'why', ...text, next: to })),
    next.map((to): JourneyStep => ({
      stepId,
      kind: 'voucher',
      value: { percent: 5 },
      validDays: 9,
      ...text,
      next: to,
    })),
    next.map((to): JourneyStep => ({ stepId, kind: 'task', ...task, next: to })),
  );
}

const IS_A = { fact: 'tier', in: ['A'] } as const;
