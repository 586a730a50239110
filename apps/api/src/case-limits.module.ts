import { Global, Module } from '@nestjs/common';
import { CaseLimits } from '@tenure/complaint-contract';
import { CaseClockLimits } from '@tenure/service-standard-service';

/** Tells the complaints what the clocks of their steps say; needs the global DataSource. */
@Global()
@Module({ providers: [{ provide: CaseLimits, useClass: CaseClockLimits }], exports: [CaseLimits] })
export class CaseLimitsModule {}
