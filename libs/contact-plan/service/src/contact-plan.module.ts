import { Module } from '@nestjs/common';
import { contactPlanHandlers } from './contact-plan.handlers';

/** Needs CommandsModule and a PolicyBook. */
@Module({ providers: contactPlanHandlers })
export class ContactPlanModule {}
