export { interactionAggregate } from './interaction.aggregate';
export { InteractionModule } from './interaction.module';
