import { Command, IdProperty } from '@tenure/shared-contract';

/** What every command to a case says. */
export abstract class OnComplaint extends Command {
  @IdProperty('Id of the complaint, chosen by the sender.')
  readonly complaintId!: string;
}
