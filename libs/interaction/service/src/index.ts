export { interactionAggregate } from './interaction.aggregate';
export { InteractionModule } from './interaction.module';
export { interactionRejectionStatuses } from './interaction.controller';
export { InteractionHttpModule } from './interaction.http.module';
