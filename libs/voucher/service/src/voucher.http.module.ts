import { Module } from '@nestjs/common';
import { ExportVouchersHandler } from './export-vouchers.query';
import { GetVoucherHandler } from './get-voucher.query';
import { ListVouchersHandler } from './list-vouchers.query';
import { TotalVouchersHandler } from './total-vouchers.query';
import { VoucherController } from './voucher.controller';
import { VoucherModule } from './voucher.module';
import { VoucherQueriesController } from './voucher.queries.controller';

/** What the domain offers over HTTP; needs HttpModule, CommandsModule and a global DataSource with its entities. */
@Module({
  imports: [VoucherModule],
  controllers: [VoucherController, VoucherQueriesController],
  providers: [ListVouchersHandler, GetVoucherHandler, ExportVouchersHandler, TotalVouchersHandler],
})
export class VoucherHttpModule {}
