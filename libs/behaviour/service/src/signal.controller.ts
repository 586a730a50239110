import { Controller, HttpStatus, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  RecordAnomaly,
  RecordCompetitorContact,
  RecordFeatureUse,
  RecordLogin,
  RecordRenewalIntention,
  RecordServiceRating,
  RecordUnansweredContact,
  type SignalRejection,
} from '@tenure/behaviour-contract';
import {
  CommandOperation,
  CommandWriter,
  IncomingCommand,
  type Incoming,
  type RejectionStatuses,
  type WriteAnswer,
} from '@tenure/http';

export const signalRejectionStatuses: RejectionStatuses<SignalRejection> = {
  'signal-already-recorded-differently': HttpStatus.CONFLICT,
  'command-id-reused': HttpStatus.CONFLICT,
};
const statuses = signalRejectionStatuses;

/** Many signals at a time are sent as a batch of CloudEvents. */
@ApiTags('signals')
@Controller('signals')
export class SignalController {
  constructor(@Inject(CommandWriter) private readonly commands: CommandWriter) {}

  @Post('logins')
  @CommandOperation({ command: RecordLogin, summary: 'Record that a customer logged in', statuses })
  login(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RecordLogin, incoming, statuses);
  }

  @Post('feature-uses')
  @CommandOperation({ command: RecordFeatureUse, summary: 'Record that a customer used a feature', statuses })
  featureUse(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RecordFeatureUse, incoming, statuses);
  }

  @Post('anomalies')
  @CommandOperation({ command: RecordAnomaly, summary: 'Record something out of the ordinary', statuses })
  anomaly(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RecordAnomaly, incoming, statuses);
  }

  @Post('renewal-intentions')
  @CommandOperation({
    command: RecordRenewalIntention,
    summary: 'Record whether a customer means to renew',
    statuses,
  })
  renewalIntention(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RecordRenewalIntention, incoming, statuses);
  }

  @Post('competitor-contacts')
  @CommandOperation({
    command: RecordCompetitorContact,
    summary: 'Record that a customer was in contact with a competitor',
    statuses,
  })
  competitorContact(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RecordCompetitorContact, incoming, statuses);
  }

  @Post('ratings')
  @CommandOperation({ command: RecordServiceRating, summary: 'Record how a customer rated something', statuses })
  rating(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RecordServiceRating, incoming, statuses);
  }

  @Post('unanswered-contacts')
  @CommandOperation({
    command: RecordUnansweredContact,
    summary: 'Record that a customer could not be reached',
    statuses,
  })
  unansweredContact(@IncomingCommand() incoming: Incoming): Promise<WriteAnswer> {
    return this.commands.write(RecordUnansweredContact, incoming, statuses);
  }
}
