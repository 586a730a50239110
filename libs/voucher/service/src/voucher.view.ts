import { ApiProperty } from '@nestjs/swagger';
import { VOUCHER_STATUSES, type VoucherLedgerRow, type VoucherStatus } from '@tenure/voucher-core';

const text = { type: String, nullable: true } as const;
const whole = { type: 'integer', nullable: true } as const;
const instant = { type: String, format: 'date-time' } as const;

/** A voucher and what became of it. */
export class VoucherView {
  @ApiProperty()
  readonly voucherId!: string;

  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty({ example: '7Q2M-9KXD-40ZP-HT6W', description: 'What the customer shows.' })
  readonly code!: string;

  @ApiProperty({ enum: VOUCHER_STATUSES })
  readonly status!: VoucherStatus;

  @ApiProperty({ ...whole, description: 'Of a voucher that takes off a share of a purchase.' })
  readonly percent!: number | null;

  @ApiProperty({ ...text, example: 'CNY', description: 'Of a voucher over an amount.' })
  readonly currency!: string | null;

  @ApiProperty({ ...whole, description: 'In minor units.' })
  readonly amountMinor!: number | null;

  @ApiProperty({ example: 'journey-run:…', description: 'What it was issued for.' })
  readonly cause!: string;

  @ApiProperty({ description: 'A person, or `journey:` and its id.' })
  readonly issuedBy!: string;

  @ApiProperty(instant)
  readonly issuedAt!: string;

  @ApiProperty({ ...instant, description: 'Not redeemed at this moment any more.' })
  readonly validUntil!: string;

  @ApiProperty({ ...instant, nullable: true, description: 'When it was redeemed or withdrawn, or had expired.' })
  readonly endedAt!: string | null;

  @ApiProperty(text)
  readonly endedBy!: string | null;

  @ApiProperty({ ...text, description: 'Why it was withdrawn.' })
  readonly reason!: string | null;

  @ApiProperty({ ...text, description: 'What it was redeemed for.' })
  readonly purchaseId!: string | null;

  @ApiProperty({ ...whole, description: 'What it took off the purchase, in minor units.' })
  readonly worthMinor!: number | null;

  @ApiProperty(text)
  readonly worthCurrency!: string | null;

  @ApiProperty({ example: '10432', description: 'Of the newest event in it.' })
  readonly position!: string;
}

export const viewOf = ({ plainCode: _, ...row }: VoucherLedgerRow): VoucherView => ({
  ...row,
  position: `${row.position}`,
});

class VoucherSumView {
  @ApiProperty({ type: 'integer' })
  readonly vouchers!: number;

  @ApiProperty({ type: 'integer', description: 'By what they say, in minor units; nothing where that is in percent.' })
  readonly amountMinor!: number;
}

/** Vouchers of one currency, or of one share: `issued` is the sum of open, redeemed, expired and withdrawn. */
export class VoucherTotalsView {
  @ApiProperty({ ...text, example: 'CNY', description: 'Null for those in percent.' })
  readonly currency!: string | null;

  @ApiProperty({ ...whole, description: 'Null for those of an amount.' })
  readonly percent!: number | null;

  @ApiProperty({ type: VoucherSumView })
  readonly issued!: VoucherSumView;

  @ApiProperty({ type: VoucherSumView })
  readonly open!: VoucherSumView;

  @ApiProperty({ type: VoucherSumView })
  readonly redeemed!: VoucherSumView;

  @ApiProperty({ type: VoucherSumView })
  readonly expired!: VoucherSumView;

  @ApiProperty({ type: VoucherSumView })
  readonly withdrawn!: VoucherSumView;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'What those redeemed took off purchases, in minor units by currency.',
  })
  readonly takenOff!: Readonly<Record<string, number>>;
}
