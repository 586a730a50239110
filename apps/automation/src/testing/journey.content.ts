import type { JourneyContent, JourneyStep } from '@tenure/policy-contract';

const both = (text: string) => ({ zh: `${text}（中文）`, en: text });

export const messageStep = (stepId: string, next: string, purpose: 'service' | 'marketing' = 'service') =>
  ({
    stepId,
    kind: 'message',
    purpose,
    subject: both(`Subject of ${stepId}`),
    body: both(`Dear {customer.name}, this is ${stepId}.`),
    next,
  }) as const satisfies JourneyStep;

/** Entered with the stage of activation; by all, once. */
export const journeyOf = (steps: readonly JourneyStep[], fields: Partial<JourneyContent> = {}): JourneyContent => ({
  category: 'activation',
  trigger: { kind: 'stage-entered', stages: ['activation'] },
  reentry: { kind: 'never' },
  holdOutPercent: 0,
  outcome: { measure: 'ordered', withinDays: 30, smallestGroup: 2 },
  start: steps[0]?.stepId ?? '',
  steps,
  ...fields,
});
