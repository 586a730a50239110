import type { JourneyStepTaken } from '@tenure/journey-contract';
import { person, personNamed, type NoticePlan } from './notice.plan';

/** What a step of a journey has to say, to the customer or to whoever has a task; undefined where it says nothing. */
export function stepTold({ customerId, journeyId, action }: JourneyStepTaken): NoticePlan | undefined {
  switch (action.kind) {
    case 'message':
    case 'voucher': {
      const { subject, body, purpose } = action;
      const addressees = [{ kind: 'customer', customerId }] as const;
      return { template: 'journey-message', parameters: { subject, body }, addressees, channels: ['email'], purpose };
    }
    case 'task': {
      const { taskId, title, dueAt, assignee } = action;
      const parameters = { customerId, journeyId, taskId, title, dueAt };
      return { template: 'journey-task', parameters, addressees: personNamed(assignee).map(person) };
    }
    // The invitation that it leads to has the words, and is what the link belongs to.
    case 'survey':
    case 'branch':
    case 'wait':
    case 'suppressed':
      return undefined;
  }
}
