import { Module } from '@nestjs/common';
import { commandHandlers } from '@tenure/commands';
import { complaintCommands, LinkDuplicateComplaint } from '@tenure/complaint-contract';
import { complaintAggregate } from './complaint.aggregate';
import { LinkDuplicateHandler } from './link-duplicate.handler';

const decidedAlone = complaintCommands.filter(({ command }) => command !== LinkDuplicateComplaint);

@Module({ providers: [...commandHandlers(complaintAggregate, decidedAlone), LinkDuplicateHandler] })
export class ComplaintModule {}
