export { interaction, type Interaction } from './interaction.decider';
