export { accept, reject, type Decision } from './decision';
export type { Decider, DomainCommand, DomainEvent } from './decider';
export type { CommandContext, EventMetadata, Recorded } from './recorded';
export { isHistory, isNews, NEWS_FOR_HOURS, TOLD_WITHIN_DAYS, type NewsFrame } from './recorded.news';
export type { Outcome } from './outcome';
export {
  defineCodec,
  type Decoded,
  type EventCodec,
  type EventSchema,
  type EventSchemas,
  type FieldKind,
} from './codec';
export type { Projection } from './projection';
export { fingerprintOf } from './fingerprint';
export { markupText } from './markup-text';
export { moneyText } from './money-text';
export { shortened, widthOf } from './text-width';
export { instant, isAfter, isBefore } from './moment';
