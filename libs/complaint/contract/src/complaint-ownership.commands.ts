import { IdProperty } from '@tenure/shared-contract';
import { OnComplaint } from './complaint.command';

export class OfferComplaintHandOver extends OnComplaint {
  readonly type = 'OfferComplaintHandOver';

  @IdProperty('The person who is asked to take the case over.')
  readonly to!: string;
}

export class AcceptComplaint extends OnComplaint {
  readonly type = 'AcceptComplaint';

  @IdProperty('The person who takes the case.')
  readonly by!: string;
}

export class DeclineComplaintHandOver extends OnComplaint {
  readonly type = 'DeclineComplaintHandOver';

  @IdProperty('The person who was asked, and does not take the case.')
  readonly by!: string;
}
