import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { voucherTotals, type VoucherCount, type VoucherStatus, type VoucherTotals } from '@tenure/voucher-core';
import { DataSource } from 'typeorm';
import { selectVouchers, type VoucherFilter } from './vouchers.select';

/** What became of the vouchers of a filter, by currency or share. */
export class TotalVouchers extends Query<readonly VoucherTotals[]> {
  constructor(readonly filter: VoucherFilter) {
    super();
  }
}

/** As the database counts: sums of `bigint` come as text. */
interface Counted {
  readonly currency: string | null;
  readonly percent: number | null;
  readonly status: VoucherStatus;
  readonly worthCurrency: string | null;
  readonly worthMinor: string | null;
  readonly vouchers: string;
  readonly amountMinor: string | null;
}

@QueryHandler(TotalVouchers)
export class TotalVouchersHandler implements IQueryHandler<TotalVouchers> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ filter }: TotalVouchers): Promise<readonly VoucherTotals[]> {
    const counted = await selectVouchers(this.dataSource, filter)
      .select('row.currency', 'currency')
      .addSelect('row.percent', 'percent')
      .addSelect('row.status', 'status')
      .addSelect('row.worthCurrency', 'worthCurrency')
      .addSelect('sum(row.worthMinor)', 'worthMinor')
      .addSelect('count(*)', 'vouchers')
      .addSelect('sum(row.amountMinor)', 'amountMinor')
      .groupBy('row.currency')
      .addGroupBy('row.percent')
      .addGroupBy('row.status')
      .addGroupBy('row.worthCurrency')
      .getRawMany<Counted>();
    return voucherTotals(counted.map(countOf));
  }
}

const countOf = ({ worthMinor, vouchers, amountMinor, ...group }: Counted): VoucherCount => ({
  ...group,
  worthMinor: Number(worthMinor ?? 0),
  vouchers: Number(vouchers),
  amountMinor: Number(amountMinor ?? 0),
});
