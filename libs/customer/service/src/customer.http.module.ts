import { Module } from '@nestjs/common';
import { CustomerController } from './customer.controller';
import { CustomerModule } from './customer.module';

/** What the domain offers over HTTP; needs HttpModule and CommandsModule. */
@Module({ imports: [CustomerModule], controllers: [CustomerController] })
export class CustomerHttpModule {}
