import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { IntersectionType } from '@nestjs/swagger';
import { cutPage, decodeCursor, PageQuery, type Page } from '@tenure/http';
import { readPage } from '@tenure/postgres';
import { DataSource } from 'typeorm';
import { VoucherLedgerEntry } from './voucher-ledger.entity';
import { viewOf, type VoucherView } from './voucher.view';
import { selectVouchers, VoucherFilter } from './vouchers.select';

export class VoucherListQuery extends IntersectionType(PageQuery, VoucherFilter) {}

/** Vouchers, the newest first. */
export class ListVouchers extends Query<Page<VoucherView>> {
  constructor(readonly filter: VoucherListQuery) {
    super();
  }
}

@QueryHandler(ListVouchers)
export class ListVouchersHandler implements IQueryHandler<ListVouchers> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ filter }: ListVouchers): Promise<Page<VoucherView>> {
    const { limit, cursor } = filter;
    const [after] = decodeCursor(cursor, 1) ?? [];
    const order = { entity: VoucherLedgerEntry, by: 'issuedAt', key: 'voucherId', direction: 'DESC' } as const;
    const found = await readPage(selectVouchers(this.dataSource, filter), order, { after, limit });
    return cutPage(found, limit, { item: viewOf, key: ({ voucherId }) => [voucherId] });
  }
}
