import { Module } from '@nestjs/common';
import { TierController } from './tier.controller';
import { TierModule } from './tier.module';

/** What the domain offers over HTTP; needs HttpModule and CommandsModule. */
@Module({ imports: [TierModule], controllers: [TierController] })
export class TierHttpModule {}
