import { ApiPropertyOptional } from '@nestjs/swagger';
import { whereEqual } from '@tenure/postgres';
import { IsId, IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { plainCode } from '@tenure/voucher-contract';
import { VOUCHER_STATUSES, type VoucherStatus } from '@tenure/voucher-core';
import { IsIn, Length, Matches } from 'class-validator';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { VoucherLedgerEntry } from './voucher-ledger.entity';

const PLAIN = /^[^\0]*$/;
const plainText = { message: '$property must not contain U+0000' };

/** Which vouchers. */
export class VoucherFilter {
  @ApiPropertyOptional({ enum: VOUCHER_STATUSES })
  @MayBeAbsent()
  @IsIn(VOUCHER_STATUSES)
  readonly status?: VoucherStatus;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsId()
  readonly customerId?: string;

  @ApiPropertyOptional({ description: 'As the customer shows it; dashes and the case of letters don’t count.' })
  @MayBeAbsent()
  @Length(1, 100)
  @Matches(PLAIN, plainText)
  readonly code?: string;

  @ApiPropertyOptional({ description: 'What they were issued for, such as `journey-run:` and its id.' })
  @MayBeAbsent()
  @Length(1, 500)
  @Matches(PLAIN, plainText)
  readonly cause?: string;

  @ApiPropertyOptional({ description: 'A person, or `journey:` and its id.' })
  @MayBeAbsent()
  @IsId()
  readonly issuedBy?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Issued at this moment or later.' })
  @MayBeAbsent()
  @IsInstant()
  readonly issuedFrom?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Issued before this moment.' })
  @MayBeAbsent()
  @IsInstant()
  readonly issuedUntil?: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'Valid until this moment at the longest.' })
  @MayBeAbsent()
  @IsInstant()
  readonly validUntil?: string;
}

export function selectVouchers(dataSource: DataSource, filter: VoucherFilter): SelectQueryBuilder<VoucherLedgerEntry> {
  const rows = dataSource.getRepository(VoucherLedgerEntry).createQueryBuilder('row');
  const { status, customerId, code, cause, issuedBy, issuedFrom, issuedUntil, validUntil } = filter;
  whereEqual(rows, { status, customerId, cause, issuedBy, ...(code !== undefined && { plainCode: plainCode(code) }) });
  if (issuedFrom !== undefined) rows.andWhere('row.issuedAt >= :issuedFrom', { issuedFrom });
  if (issuedUntil !== undefined) rows.andWhere('row.issuedAt < :issuedUntil', { issuedUntil });
  if (validUntil !== undefined) rows.andWhere('row.validUntil <= :validUntil', { validUntil });
  return rows;
}
