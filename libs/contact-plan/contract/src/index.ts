export {
  contactPlanCommands,
  FulfilContact,
  PlanContacts,
  RecordPlannedContact,
  type ContactPlanCommand,
} from './contact-plan.commands';
export {
  contactPlanCodec,
  type ContactDone,
  type ContactDropped,
  type ContactMissed,
  type ContactPlanEvent,
  type ContactPlanned,
  type ContactPlanRef,
} from './contact-plan.events';
export type { ContactPlanRejection } from './contact-plan.rejections';
