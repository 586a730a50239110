export type SignalRejection = 'signal-already-recorded-differently';

export type ContractRejection =
  | 'contract-not-found'
  | 'contract-already-agreed-differently'
  | 'contract-renewal-not-later'
  | 'contract-already-ended'
  | 'contract-end-before-start';
