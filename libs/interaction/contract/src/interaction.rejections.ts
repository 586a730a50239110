export type InteractionRejection =
  | 'interaction-not-found'
  | 'interaction-already-recorded-differently'
  | 'interaction-already-resolved'
  | 'interaction-settled-before-recording';
