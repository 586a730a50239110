import { Module } from '@nestjs/common';
import { remedyHandlers } from './remedy.handlers';

/** Needs CommandsModule and a PolicyBook. */
@Module({ providers: remedyHandlers })
export class RemedyModule {}
