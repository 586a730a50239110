import { Controller, Get, Inject, Param, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { fail, IdPipe, pageOf, QueryPipe, ReadOperation, tableFile, TableOperation, type Page } from '@tenure/http';
import type { VoucherTotals } from '@tenure/voucher-core';
import { ExportVouchers, VoucherTableQuery } from './export-vouchers.query';
import { GetVoucher } from './get-voucher.query';
import { ListVouchers, VoucherListQuery } from './list-vouchers.query';
import { TotalVouchers } from './total-vouchers.query';
import { VOUCHER_TABLE, voucherColumns } from './voucher.table';
import { VoucherTotalsView, VoucherView } from './voucher.view';
import { VoucherFilter } from './vouchers.select';

const projections = ['voucher-ledger'];

@ApiTags('vouchers')
@Controller('vouchers')
export class VoucherQueriesController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @ReadOperation({
    id: 'listVouchers',
    summary: 'Vouchers, the newest first',
    answer: pageOf(VoucherView),
    projections,
  })
  list(@Query(QueryPipe) filter: VoucherListQuery): Promise<Page<VoucherView>> {
    return this.queries.execute(new ListVouchers(filter));
  }

  @Get('totals')
  @ReadOperation({
    id: 'totalVouchers',
    summary: 'What was issued, and what became of it, by currency or share',
    description: 'For each of them, issued = open + redeemed + expired + withdrawn.',
    answer: VoucherTotalsView,
    list: true,
    projections,
  })
  totals(@Query(QueryPipe) filter: VoucherFilter): Promise<readonly VoucherTotals[]> {
    return this.queries.execute(new TotalVouchers(filter));
  }

  @Get('table')
  @TableOperation({ id: 'exportVouchers', summary: 'The ledger of vouchers as a table, for a spreadsheet' })
  async table(@Query(QueryPipe) filter: VoucherTableQuery): Promise<StreamableFile> {
    const { format, language } = filter;
    const rows = await this.queries.execute(new ExportVouchers(filter));
    return tableFile({ name: VOUCHER_TABLE[language], columns: voucherColumns(language), rows }, format);
  }

  @Get(':voucherId')
  @ReadOperation({ id: 'getVoucher', summary: 'One voucher', answer: VoucherView, path: ['voucherId'], projections })
  async get(@Param('voucherId', IdPipe) voucherId: string): Promise<VoucherView> {
    const voucher = await this.queries.execute(new GetVoucher(voucherId));
    if (!voucher) throw fail('not-found', `There is no voucher ${voucherId}`);
    return voucher;
  }
}
