import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { IntersectionType } from '@nestjs/swagger';
import { TableFileQuery } from '@tenure/http';
import { DataSource } from 'typeorm';
import type { VoucherLedgerEntry } from './voucher-ledger.entity';
import { selectVouchers, VoucherFilter } from './vouchers.select';

export class VoucherTableQuery extends IntersectionType(TableFileQuery, VoucherFilter) {}

/** All vouchers of a filter, the newest first. */
export class ExportVouchers extends Query<readonly VoucherLedgerEntry[]> {
  constructor(readonly filter: VoucherTableQuery) {
    super();
  }
}

@QueryHandler(ExportVouchers)
export class ExportVouchersHandler implements IQueryHandler<ExportVouchers> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  execute({ filter }: ExportVouchers): Promise<readonly VoucherLedgerEntry[]> {
    const rows = selectVouchers(this.dataSource, filter);
    return rows.orderBy('row.issuedAt', 'DESC').addOrderBy('row.voucherId', 'DESC').getMany();
  }
}
