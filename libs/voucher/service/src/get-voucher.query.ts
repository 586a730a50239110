import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { DataSource } from 'typeorm';
import { VoucherLedgerEntry } from './voucher-ledger.entity';
import { viewOf, type VoucherView } from './voucher.view';

/** One voucher; undefined where there is none. */
export class GetVoucher extends Query<VoucherView | undefined> {
  constructor(readonly voucherId: string) {
    super();
  }
}

@QueryHandler(GetVoucher)
export class GetVoucherHandler implements IQueryHandler<GetVoucher> {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async execute({ voucherId }: GetVoucher): Promise<VoucherView | undefined> {
    const row = await this.dataSource.getRepository(VoucherLedgerEntry).findOneBy({ voucherId });
    return row ? viewOf(row) : undefined;
  }
}
