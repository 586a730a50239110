import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import type { CustomerOverviewRow } from '@tenure/customer-core';

const text = { type: String, nullable: true } as const;
const instant = { ...text, format: 'date-time' } as const;
const count = { type: 'integer' } as const;

/** A customer's tier, since when, and why. */
export class TierStandingView {
  @ApiProperty({ ...text, example: 'A', description: 'Null until judged.' })
  readonly tier!: string | null;

  @ApiProperty(instant)
  readonly tierSince!: string | null;

  @ApiProperty({ ...text, description: 'English sentences, joined by `; `.' })
  readonly tierReason!: string | null;

  @ApiProperty({ ...text, description: 'The policy that judged last.' })
  readonly tierPolicyId!: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly tierPolicyVersion!: number | null;

  @ApiProperty({ ...instant, description: 'Set while an override by a person holds.' })
  readonly tierOverriddenUntil!: string | null;
}

/** What a customer did, counted. */
export class CustomerFiguresView {
  @ApiProperty(count)
  readonly purchases!: number;

  @ApiProperty(count)
  readonly returns!: number;

  @ApiProperty(count)
  readonly cancellations!: number;

  @ApiProperty(instant)
  readonly firstPurchaseAt!: string | null;

  @ApiProperty(instant)
  readonly lastPurchaseAt!: string | null;

  @ApiProperty({ ...text, example: 'GBP', description: 'That of the first document.' })
  readonly currency!: string | null;

  @ApiProperty({ ...count, description: 'Purchases less returns and cancellations, in minor units of `currency`.' })
  readonly totalSpendMinor!: number;

  @ApiProperty({ type: 'object', additionalProperties: count, description: 'The same for every other currency.' })
  readonly otherSpendMinor!: Readonly<Record<string, number>>;

  @ApiProperty(count)
  readonly interactions!: number;

  @ApiProperty(count)
  readonly openInteractions!: number;

  @ApiProperty(instant)
  readonly lastInteractionAt!: string | null;

  @ApiProperty(count)
  readonly complaints!: number;

  @ApiProperty(count)
  readonly openComplaints!: number;

  @ApiProperty({ ...instant, description: 'The newest purchase, return, cancellation, interaction or complaint.' })
  readonly lastActivityAt!: string | null;
}

/** One customer at a glance. */
export class CustomerOverviewView extends IntersectionType(CustomerFiguresView, TierStandingView) {
  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty(text)
  readonly name!: string | null;

  @ApiProperty({ ...text, example: 'company' })
  readonly kind!: string | null;

  @ApiProperty({ ...text, example: 'United Kingdom' })
  readonly country!: string | null;

  @ApiProperty({ ...text, description: 'GB/T 4754-2017.' })
  readonly industryCode!: string | null;

  @ApiProperty(text)
  readonly companySize!: string | null;

  @ApiProperty(text)
  readonly growthPotential!: string | null;

  @ApiProperty({ ...instant, description: 'Null where something is known of a customer who was never registered.' })
  readonly registeredAt!: string | null;

  @ApiProperty({ ...text, description: 'The id that is used in place of this one.' })
  readonly mergedInto!: string | null;

  @ApiProperty({ example: '10432', description: 'Of the newest event in it.' })
  readonly position!: string;
}

export const viewOf = (row: CustomerOverviewRow): CustomerOverviewView => ({ ...row, position: `${row.position}` });
