export {
  CancelPurchase,
  purchaseCommands,
  RecordPurchase,
  RecordReturn,
  type PurchaseCommand,
} from './purchase.commands';
export { purchaseCodec, type PurchaseEvent, type PurchaseLine } from './purchase.events';
export { MOST_LINES } from './purchase.lines';
export type { PurchaseRejection } from './purchase.rejections';
