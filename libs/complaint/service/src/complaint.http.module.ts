import { Module } from '@nestjs/common';
import { ComplaintController } from './complaint.controller';
import { ComplaintModule } from './complaint.module';

/** What the domain offers over HTTP; needs HttpModule and CommandsModule. */
@Module({ imports: [ComplaintModule], controllers: [ComplaintController] })
export class ComplaintHttpModule {}
