export type CustomerRejection =
  | 'customer-not-found'
  | 'customer-already-registered-differently'
  | 'customer-field-set-and-cleared'
  | 'customer-contact-not-found'
  | 'customer-too-many-contacts'
  | 'customer-consent-set-since'
  | 'customer-merged-into-itself'
  | 'customer-merge-target-not-found'
  | 'customer-merge-target-is-merged'
  | 'customer-already-merged'
  | 'customer-not-merged';
