import { Global, Module } from '@nestjs/common';
import { CustomerDirectory } from '@tenure/customer-contract';
import { ProjectedCustomerDirectory } from '@tenure/customer-service';

/** Tells other domains how a customer is written to; needs the global DataSource and PositionWaiter. */
@Global()
@Module({
  providers: [{ provide: CustomerDirectory, useClass: ProjectedCustomerDirectory }],
  exports: [CustomerDirectory],
})
export class CustomerDirectoryModule {}
