export {
  ChangeCustomerProfile,
  customerCommands,
  RegisterCustomer,
  RemoveCustomerContact,
  SetCustomerContact,
  type CustomerCommand,
} from './customer.commands';
export {
  customerCodec,
  PROFILE_FIELDS,
  type CustomerContact,
  type CustomerEvent,
  type CustomerProfile,
  type ProfileField,
} from './customer.events';
export { Contact } from './customer.profile';
export type { CustomerRejection } from './customer.rejections';
export {
  COMPANY_SIZES,
  CONTACT_ROLES,
  CUSTOMER_KINDS,
  FIELD_SOURCES,
  GROWTH_POTENTIALS,
  INDUSTRY_CODE,
  NEED_TAGS,
  type CompanySize,
  type ContactRole,
  type CustomerKind,
  type FieldSource,
  type GrowthPotential,
  type NeedTag,
} from './customer.vocabulary';
