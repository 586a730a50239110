import { ApiProperty } from '@nestjs/swagger';
import { SERVICE_TYPES, type ServiceType } from '@tenure/service-record-contract';
import type { ServiceRegisterRow } from '@tenure/service-record-core';

const text = { type: String, nullable: true } as const;
const instant = { ...text, format: 'date-time' } as const;

/** One service record with its sign-off, its rating and its review. */
export class ServiceRecordView {
  @ApiProperty()
  readonly recordId!: string;

  @ApiProperty()
  readonly customerId!: string;

  @ApiProperty({ ...text, description: 'The customer’s name and tier as they are now.' })
  readonly customerName!: string | null;

  @ApiProperty({ ...text, example: 'A' })
  readonly tier!: string | null;

  @ApiProperty({ enum: SERVICE_TYPES })
  readonly serviceType!: ServiceType;

  @ApiProperty(text)
  readonly contact!: string | null;

  @ApiProperty()
  readonly problem!: string;

  @ApiProperty()
  readonly result!: string;

  @ApiProperty()
  readonly servedBy!: string;

  @ApiProperty({ description: 'Who answers for the record and signs it off.' })
  readonly responsible!: string;

  @ApiProperty(text)
  readonly remark!: string | null;

  @ApiProperty(text)
  readonly caseId!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly servedAt!: string;

  @ApiProperty({ ...instant, description: 'Null until it is signed off.' })
  readonly signedOffAt!: string | null;

  @ApiProperty({ type: 'integer', nullable: true, minimum: 1, maximum: 5 })
  readonly satisfaction!: number | null;

  @ApiProperty({ ...instant, description: 'When the customer rated it.' })
  readonly ratedAt!: string | null;

  @ApiProperty({ ...text, example: '2026-W47', description: 'The week in whose sample it is.' })
  readonly sampledIn!: string | null;

  @ApiProperty(text)
  readonly reviewedBy!: string | null;

  @ApiProperty(instant)
  readonly reviewedAt!: string | null;

  @ApiProperty({ type: 'object', nullable: true, additionalProperties: { type: 'integer' } })
  readonly scores!: Readonly<Record<string, number>> | null;

  @ApiProperty(text)
  readonly reviewRemark!: string | null;

  @ApiProperty({ example: '10432', description: 'Of the newest event in it.' })
  readonly position!: string;
}

/** A record and what is known of its customer. */
export type ServiceRecordRow = ServiceRegisterRow & {
  readonly customerName: string | null;
  readonly tier: string | null;
};

export const viewOf = (row: ServiceRecordRow): ServiceRecordView => ({ ...row, position: `${row.position}` });
