import type { ContactPlanCommand, ContactPlanEvent, ContactPlanRejection } from '@tenure/contact-plan-contract';
import { accept, isBefore, type Decider } from '@tenure/kernel';
import type { Plain } from '@tenure/shared-contract';
import type { ContactPlanPolicy } from './called.contact';
import { evolve, type ContactPlan } from './contact-plan.state';
import { fulfil, recordDone } from './contact.doing';
import { planUpTo } from './contact.planning';

type Command = Plain<ContactPlanCommand>;

/**
 * The planned contacts of one customer (R16): one in each period of the calendar for each kind that the plan of the
 * customer's tier names. `versions` are all published ones of the policy, the oldest first.
 */
export const contactPlan = (
  versions: readonly ContactPlanPolicy[],
): Decider<ContactPlan, Command, ContactPlanEvent, ContactPlanRejection> => ({
  initial: { contacts: new Map() },
  evolve,
  decide: (command, state) => {
    switch (command.type) {
      case 'PlanContacts':
        // Sent again after a crash, when the plan has long gone on.
        if (state.plannedUntil !== undefined && isBefore(command.occurredAt, state.plannedUntil)) return accept();
        return accept(...planUpTo(command, state, versions));
      case 'FulfilContact':
        return fulfil(command, state);
      case 'RecordPlannedContact':
        return recordDone(command, state);
    }
  },
});
