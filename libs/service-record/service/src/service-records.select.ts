import { whereEqual } from '@tenure/postgres';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsId, IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { SERVICE_TYPES, type ServiceType } from '@tenure/service-record-contract';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn } from 'class-validator';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { ServedCustomerEntry } from './served-customer.entity';
import { ServiceRegisterEntry } from './service-register.entity';
import type { ServiceRecordRow } from './service-record.view';

/** Which records. */
export class ServiceRecordFilter {
  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly customerId?: string;

  @ApiPropertyOptional({ enum: SERVICE_TYPES })
  @MayBeAbsent()
  @IsIn(SERVICE_TYPES)
  readonly serviceType?: ServiceType;

  @ApiPropertyOptional({ description: 'Who answers for the record.' })
  @MayBeAbsent()
  @IsId()
  readonly responsible?: string;

  @ApiPropertyOptional({ description: 'True for those that are signed off, false for those that wait for it.' })
  @MayBeAbsent()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly signedOff?: boolean;

  @ApiPropertyOptional({ format: 'date-time', description: 'Served at this moment or later.' })
  @MayBeAbsent()
  @IsInstant()
  readonly from?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Served before this moment.' })
  @MayBeAbsent()
  @IsInstant()
  readonly to?: string;
}

/** In the order in which the customers were served, the newest first. */
export const SERVICE_RECORD_ORDER = {
  entity: ServiceRegisterEntry,
  by: 'servedAt',
  key: 'recordId',
  direction: 'DESC',
} as const;

/** Records of a filter, in no order. */
export function selectServiceRecords(
  dataSource: DataSource,
  { customerId, serviceType, responsible, signedOff, from, to }: ServiceRecordFilter,
): SelectQueryBuilder<ServiceRegisterEntry> {
  const rows = dataSource.getRepository(ServiceRegisterEntry).createQueryBuilder('row');
  const equal = { customerId, serviceType, responsible };
  whereEqual(rows, equal);
  if (signedOff !== undefined) rows.andWhere(`row.signedOffAt IS ${signedOff ? 'NOT ' : ''}NULL`);
  if (from !== undefined) rows.andWhere('row.servedAt >= :from', { from });
  if (to !== undefined) rows.andWhere('row.servedAt < :to', { to });
  return rows;
}

/** Name and tier of the customers beside their records. */
export async function withCustomers(
  dataSource: DataSource,
  rows: readonly ServiceRegisterEntry[],
): Promise<ServiceRecordRow[]> {
  const ids = [...new Set(rows.map(({ customerId }) => customerId))];
  const customers = await dataSource
    .getRepository(ServedCustomerEntry)
    .createQueryBuilder('customer')
    .where('customer.customerId = ANY(:ids)', { ids })
    .getMany();
  const known = new Map(customers.map((customer) => [customer.customerId, customer]));
  return rows.map((row) => {
    const { name = null, tier = null } = known.get(row.customerId) ?? {};
    return { ...row, customerName: name, tier };
  });
}
