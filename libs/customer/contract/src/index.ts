export {
  ChangeCustomerProfile,
  customerCommands,
  RegisterCustomer,
  RemoveCustomerContact,
  SetCustomerContact,
  type CustomerCommand,
} from './customer.commands';
export { MergeCustomer, SetCustomerConsent, UndoCustomerMerge } from './customer-standing.commands';
export { consentOf, CustomerDirectory, type CustomerAddress, type CustomerConsent } from './customer.directory';
export { CustomerNames } from './customer.names';
export {
  customerCodec,
  PROFILE_FIELDS,
  type CustomerConsentSet,
  type CustomerContact,
  type CustomerEvent,
  type CustomerProfile,
  type ProfileField,
} from './customer.events';
export { Contact } from './customer.profile';
export type { CustomerRejection } from './customer.rejections';
export {
  COMPANY_SIZES,
  CONSENT_CHANNELS,
  CONSENT_PURPOSES,
  CONTACT_ROLES,
  CUSTOMER_KINDS,
  FIELD_SOURCES,
  GROWTH_POTENTIALS,
  INDUSTRY_CODE,
  NEED_TAGS,
  type CompanySize,
  type ConsentChannel,
  type ConsentPurpose,
  type ContactRole,
  type CustomerKind,
  type FieldSource,
  type GrowthPotential,
  type NeedTag,
} from './customer.vocabulary';
