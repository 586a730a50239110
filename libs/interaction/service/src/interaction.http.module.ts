import { Module } from '@nestjs/common';
import { InteractionController } from './interaction.controller';
import { InteractionModule } from './interaction.module';

/** What the domain offers over HTTP; needs HttpModule and CommandsModule. */
@Module({ imports: [InteractionModule], controllers: [InteractionController] })
export class InteractionHttpModule {}
