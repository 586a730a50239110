import { accept, reject, type Decider } from '@tenure/kernel';
import type { LifecycleCommand, LifecycleEvent, LifecycleRejection } from '@tenure/lifecycle-contract';
import type { Plain } from '@tenure/shared-contract';

/** How many verdicts were recorded of one customer. */
export interface RecordedLifecycle {
  readonly verdicts: number;
}

/** What was judged is written down as it was judged: once, and in order. */
export const lifecycle: Decider<RecordedLifecycle, Plain<LifecycleCommand>, LifecycleEvent, LifecycleRejection> = {
  initial: { verdicts: 0 },
  evolve: ({ verdicts }) => ({ verdicts: verdicts + 1 }),
  decide: ({ firstNumber, verdicts }, { verdicts: recorded }) => {
    const known = recorded + 1 - firstNumber;
    if (known < 0) {
      return reject('lifecycle-verdicts-missing', `verdict ${firstNumber} comes, ${recorded} are recorded`);
    }
    return accept(...verdicts.slice(known));
  },
};
