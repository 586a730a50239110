export {
  ApproveRemedy,
  CancelRemedy,
  DeclineRemedy,
  GrantRemedy,
  remedyCommands,
  type RemedyCommand,
} from './remedy.commands';
export {
  remedyCodec,
  type RemedyApprovalRequested,
  type RemedyEvent,
  type RemedyGranted,
  type RemedyPolicyRef,
} from './remedy.events';
export type { RemedyRejection } from './remedy.rejections';
