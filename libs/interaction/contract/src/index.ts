export {
  interactionCommands,
  RecordInteraction,
  SettleInteraction,
  type InteractionCommand,
} from './interaction.commands';
export { interactionCodec, type InteractionEvent } from './interaction.events';
export type { InteractionRejection } from './interaction.rejections';
