import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, Length, Max, Min } from 'class-validator';
import {
  Command,
  CONTACT_CHANNELS,
  IdProperty,
  MayBeAbsent,
  RENEWAL_INTENTIONS,
  type CommandDescription,
  type ContactChannel,
  type RenewalIntention,
} from '@tenure/shared-contract';

/** Longer than a leap year: what is said to take longer is a mistake in its source. */
const MOST_SECONDS = 366 * 86_400;
const MOST_USES = 1_000_000;

abstract class OnSignal extends Command {
  @IdProperty('Id of the signal, chosen by the sender: the same id again is the same signal.')
  readonly signalId!: string;

  @IdProperty('The customer who is seen.')
  readonly customerId!: string;
}

export class RecordLogin extends OnSignal {
  readonly type = 'RecordLogin';

  @ApiPropertyOptional({ maxLength: 200 })
  @MayBeAbsent()
  @Length(1, 200)
  readonly sessionId?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: MOST_SECONDS, description: 'How long it lasted.' })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(MOST_SECONDS)
  readonly dwellSeconds?: number;
}

export class RecordFeatureUse extends OnSignal {
  readonly type = 'RecordFeatureUse';

  @ApiProperty({ maxLength: 200, example: 'report-export' })
  @Length(1, 200)
  readonly feature!: string;

  @ApiProperty({ type: 'integer', minimum: 1, maximum: MOST_USES })
  @IsInt()
  @Min(1)
  @Max(MOST_USES)
  readonly uses!: number;
}

export class RecordAnomaly extends OnSignal {
  readonly type = 'RecordAnomaly';

  @ApiProperty({ maxLength: 200, example: 'failed-payments' })
  @Length(1, 200)
  readonly kind!: string;

  @ApiPropertyOptional({ maxLength: 2_000 })
  @MayBeAbsent()
  @Length(1, 2_000)
  readonly detail?: string;
}

export class RecordRenewalIntention extends OnSignal {
  readonly type = 'RecordRenewalIntention';

  @ApiProperty({ enum: RENEWAL_INTENTIONS })
  @IsIn(RENEWAL_INTENTIONS)
  readonly intention!: RenewalIntention;

  @ApiProperty({ maxLength: 200, description: "Who says so: someone of the customer's, or who spoke with them." })
  @Length(1, 200)
  readonly by!: string;
}

export class RecordCompetitorContact extends OnSignal {
  readonly type = 'RecordCompetitorContact';

  @ApiPropertyOptional({ maxLength: 200 })
  @MayBeAbsent()
  @Length(1, 200)
  readonly competitor?: string;

  @ApiPropertyOptional({ maxLength: 2_000 })
  @MayBeAbsent()
  @Length(1, 2_000)
  readonly detail?: string;
}

export class RecordServiceRating extends OnSignal {
  readonly type = 'RecordServiceRating';

  @ApiProperty({ type: 'integer', minimum: 1, maximum: 5 })
  @IsInt()
  @Min(1)
  @Max(5)
  readonly score!: number;

  @ApiProperty({ maxLength: 200, description: 'What was rated: a service, a visit, a product.' })
  @Length(1, 200)
  readonly of!: string;
}

export class RecordUnansweredContact extends OnSignal {
  readonly type = 'RecordUnansweredContact';

  @ApiProperty({ enum: CONTACT_CHANNELS })
  @IsIn(CONTACT_CHANNELS)
  readonly channel!: ContactChannel;
}

export type SignalCommand =
  | RecordLogin
  | RecordFeatureUse
  | RecordAnomaly
  | RecordRenewalIntention
  | RecordCompetitorContact
  | RecordServiceRating
  | RecordUnansweredContact;

export const signalCommands: readonly CommandDescription<SignalCommand>[] = [
  { command: RecordLogin, cloudEventType: 'tenure.signal.logged-in' },
  { command: RecordFeatureUse, cloudEventType: 'tenure.signal.feature-used' },
  { command: RecordAnomaly, cloudEventType: 'tenure.signal.anomaly-seen' },
  { command: RecordRenewalIntention, cloudEventType: 'tenure.signal.renewal-intention-stated' },
  { command: RecordCompetitorContact, cloudEventType: 'tenure.signal.competitor-contact-seen' },
  { command: RecordServiceRating, cloudEventType: 'tenure.signal.service-rated' },
  { command: RecordUnansweredContact, cloudEventType: 'tenure.signal.contact-unanswered' },
];
