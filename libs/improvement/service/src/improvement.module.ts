import { Module } from '@nestjs/common';

/** Handlers of problems, measures and goals; needs CommandsModule and a PolicyBook. */
@Module({ providers: [] })
export class ImprovementModule {}
