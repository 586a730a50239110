import { Module } from '@nestjs/common';
import { commandHandlers } from '@tenure/commands';
import { serviceRecordCommands } from '@tenure/service-record-contract';
import { recordReviewHandlers } from './record-review.handlers';
import { serviceRecordAggregate } from './service-record.aggregate';

/** Needs CommandsModule and a PolicyBook. */
@Module({ providers: [...commandHandlers(serviceRecordAggregate, serviceRecordCommands), ...recordReviewHandlers] })
export class ServiceRecordModule {}
