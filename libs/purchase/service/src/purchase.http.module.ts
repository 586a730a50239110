import { Module } from '@nestjs/common';
import { PurchaseController } from './purchase.controller';
import { PurchaseModule } from './purchase.module';

/** What the domain offers over HTTP; needs HttpModule and CommandsModule. */
@Module({ imports: [PurchaseModule], controllers: [PurchaseController] })
export class PurchaseHttpModule {}
