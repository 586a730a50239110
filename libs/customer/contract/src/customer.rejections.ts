export type CustomerRejection =
  | 'customer-not-found'
  | 'customer-already-registered-differently'
  | 'customer-field-set-and-cleared'
  | 'customer-contact-not-found'
  | 'customer-too-many-contacts';
