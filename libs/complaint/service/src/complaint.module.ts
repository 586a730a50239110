import { Module } from '@nestjs/common';
import { commandHandlers } from '@tenure/commands';
import { complaintCommands } from '@tenure/complaint-contract';
import { complaintAggregate } from './complaint.aggregate';

@Module({ providers: commandHandlers(complaintAggregate, complaintCommands) })
export class ComplaintModule {}
