import { JOURNEY_END, type JourneyContent, type JourneyStep } from '@tenure/policy-contract';
import { firstIn, firstOf, flaw, type ContentFlaw } from './content.flaw';

/** Every step that is named is there, no way goes round, and each step is on a way from the start. */
export const checkWays = (content: JourneyContent): ContentFlaw | undefined =>
  firstOf(
    () => checkNames(content),
    () => checkRound(content),
    () => checkReached(content),
  );

function checkNames({ start, steps }: JourneyContent): ContentFlaw | undefined {
  const known = new Set([JOURNEY_END, ...steps.map(({ stepId }) => stepId)]);
  const check = (named: string, place: string): ContentFlaw | undefined =>
    known.has(named) ? undefined : flaw('policy-step-unknown', `${place}: there is no step ${named}`);
  return firstOf(
    () =>
      start === JOURNEY_END
        ? flaw('policy-step-unknown', 'content.start: a journey begins with a step')
        : check(start, 'content.start'),
    () =>
      firstIn(steps, (step, index) =>
        firstIn(nextsOf(step), ({ next, place }) => check(next, `content.steps[${index}].${place}`)),
      ),
  );
}

/** Whoever could come back to a step could be sent the same for ever. */
function checkRound({ steps }: JourneyContent): ContentFlaw | undefined {
  return firstIn(steps, ({ stepId }, index) => {
    const way = wayBackTo(stepId, steps);
    return way && flaw('policy-steps-go-round', `content.steps[${index}]: ${[...way, stepId].join(' → ')}`);
  });
}

function checkReached({ start, steps }: JourneyContent): ContentFlaw | undefined {
  const reached = reachedFrom([start], steps);
  return firstIn(steps, ({ stepId }, index) =>
    reached.has(stepId)
      ? undefined
      : flaw('policy-step-never-reached', `content.steps[${index}]: no way from ${start} leads to ${stepId}`),
  );
}

interface NamedNext {
  readonly next: string;
  /** Within the step. */
  readonly place: string;
}

const nextsOf = (step: JourneyStep): readonly NamedNext[] =>
  step.kind === 'branch'
    ? [
        ...step.branches.map(({ next }, index) => ({ next, place: `branches[${index}].next` })),
        { next: step.otherwise, place: 'otherwise' },
      ]
    : [{ next: step.next, place: 'next' }];

const nextIds = (stepId: string, steps: readonly JourneyStep[]): readonly string[] =>
  steps.filter((step) => step.stepId === stepId).flatMap((step) => nextsOf(step).map(({ next }) => next));

/** These steps, and all that they lead to. */
function reachedFrom(stepIds: readonly string[], steps: readonly JourneyStep[]): ReadonlySet<string> {
  const reached = new Set(stepIds);
  for (const stepId of reached) for (const next of nextIds(stepId, steps)) reached.add(next);
  return reached;
}

/** A shortest way from a step back to it, without the step at its end. */
function wayBackTo(stepId: string, steps: readonly JourneyStep[]): readonly string[] | undefined {
  const ways = new Map<string, readonly string[]>([[stepId, [stepId]]]);
  for (const [from, way] of ways) {
    for (const next of nextIds(from, steps)) {
      if (next === stepId) return way;
      if (!ways.has(next)) ways.set(next, [...way, next]);
    }
  }
  return undefined;
}
