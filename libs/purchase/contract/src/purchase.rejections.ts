export type PurchaseRejection =
  | 'purchase-not-found'
  | 'purchase-already-recorded-differently'
  | 'purchase-already-cancelled'
  | 'purchase-is-a-return'
  | 'purchase-cancelled-before-purchase'
  | 'purchase-total-negative';
