import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, Length, ValidateNested } from 'class-validator';
import { Command, IdProperty, MayBeAbsent, Money, type CommandDescription } from '@tenure/shared-contract';
import type { PurchaseLine } from './purchase.events';
import { LinesProperty } from './purchase.lines';

/** A document by which a customer bought something: an order, an invoice. */
export class RecordPurchase extends Command {
  readonly type = 'RecordPurchase';

  @IdProperty('Number of the document; shared with no return.')
  readonly purchaseId!: string;

  @IdProperty('Who bought.')
  readonly customerId!: string;

  @LinesProperty('What was bought.')
  readonly lines!: readonly PurchaseLine[];

  @ApiProperty({ type: Money, description: 'What the customer pays. The sender rounds, and adds tax and freight.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => Money)
  readonly total!: Money;

  @ApiPropertyOptional({ maxLength: 100, description: 'Country or region as its source names it.' })
  @MayBeAbsent()
  @Length(1, 100)
  readonly country?: string;

  @ApiPropertyOptional({ maxLength: 100, description: 'Where it was bought: a shop, a site, a partner.' })
  @MayBeAbsent()
  @Length(1, 100)
  readonly channel?: string;
}

/** A document by which goods came back. Its quantities and its total are positive. */
export class RecordReturn extends Command {
  readonly type = 'RecordReturn';

  @IdProperty('Number of the document; shared with no purchase.')
  readonly returnId!: string;

  @IdProperty('Who gave the goods back.')
  readonly customerId!: string;

  @ApiPropertyOptional({ maxLength: 128, description: 'The purchase that it takes back, where that is known.' })
  @MayBeAbsent()
  @Length(1, 128)
  readonly purchaseId?: string;

  @LinesProperty('What came back, in positive quantities.')
  readonly lines!: readonly PurchaseLine[];

  @ApiProperty({ type: Money, description: 'What the customer gets back, as a positive amount.' })
  @IsDefined()
  @ValidateNested()
  @Type(() => Money)
  readonly total!: Money;
}

/** The whole purchase is called off before its delivery. */
export class CancelPurchase extends Command {
  readonly type = 'CancelPurchase';

  @IdProperty('Number of the purchase.')
  readonly purchaseId!: string;

  @ApiProperty({ maxLength: 500 })
  @Length(1, 500)
  readonly reason!: string;
}

export type PurchaseCommand = RecordPurchase | RecordReturn | CancelPurchase;

export const purchaseCommands: readonly CommandDescription<PurchaseCommand>[] = [
  { command: RecordPurchase, cloudEventType: 'tenure.purchase.recorded' },
  { command: RecordReturn, cloudEventType: 'tenure.purchase.returned' },
  { command: CancelPurchase, cloudEventType: 'tenure.purchase.cancelled' },
];
