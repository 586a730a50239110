import type { ProblemImpactReader } from '@tenure/improvement-contract';
import { instant, type DomainEvent, type Recorded } from '@tenure/kernel';
import type { PoolClient } from 'pg';
import type { Due, DueChange, DueWork } from './due.work';
import { improvementDues } from './improvement.dues';
import { PROBLEM_PRIORITY } from './problem-priority.work';

const LOOK_EVERY_MS = 2_000;
const ALL = 'all';

/** Has problems whose cases have changed judged at once. Asks from the first problem on; before it nothing can change. */
export class TouchedProblemsWork implements DueWork {
  readonly kind = 'touched-problems';
  readonly handles = ['ProblemOpened'];

  constructor(private readonly parts: { readonly impacts: ProblemImpactReader; readonly now: () => string }) {}

  note({ metadata }: Recorded<DomainEvent>): readonly DueChange[] {
    return [{ key: ALL, dueAt: metadata.occurredAt }];
  }

  async act({ about }: Due, client: PoolClient): Promise<DueChange> {
    const { impacts, now } = this.parts;
    const known = about['position'];
    const after = typeof known === 'string' ? BigInt(known) : undefined;
    const { problemIds, position } = await impacts.touched(after);
    await improvementDues.hasten(client, PROBLEM_PRIORITY, problemIds, now());
    const dueAt = instant(Date.parse(now()) + LOOK_EVERY_MS);
    return { key: ALL, dueAt, about: position === undefined ? {} : { position: `${position}` } };
  }
}
