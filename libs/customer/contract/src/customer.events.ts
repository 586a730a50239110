import { defineCodec, type FieldKind } from '@tenure/kernel';
import type {
  CompanySize,
  ConsentChannel,
  ConsentPurpose,
  ContactRole,
  CustomerKind,
  FieldSource,
  GrowthPotential,
  NeedTag,
} from './customer.vocabulary';

export interface CustomerProfile {
  readonly name?: string;
  readonly kind?: CustomerKind;
  /** GB/T 4754-2017. */
  readonly industryCode?: string;
  readonly companySize?: CompanySize;
  readonly country?: string;
  /** Calendar day `YYYY-MM-DD`. */
  readonly cooperationSince?: string;
  readonly growthPotential?: GrowthPotential;
  readonly needTags?: readonly NeedTag[];
  readonly preferences?: readonly string[];
  readonly painPoints?: readonly string[];
  /** Id of the customer who brought them (转介绍). */
  readonly referredBy?: string;
}

export type ProfileField = keyof CustomerProfile;

const profileFields = {
  name: 'string?',
  kind: 'string?',
  industryCode: 'string?',
  companySize: 'string?',
  country: 'string?',
  cooperationSince: 'string?',
  growthPotential: 'string?',
  needTags: 'array?',
  preferences: 'array?',
  painPoints: 'array?',
  referredBy: 'string?',
} as const satisfies Readonly<Record<ProfileField, FieldKind>>;

export const PROFILE_FIELDS = Object.keys(profileFields) as readonly ProfileField[];

export interface CustomerContact {
  readonly contactId: string;
  readonly name: string;
  readonly role: ContactRole;
  readonly phone?: string;
  readonly email?: string;
}

/** Stored for ever: add optional fields; never rename, retype or reuse one. Times are ISO 8601 with offset. */
export type CustomerEvent =
  | { readonly type: 'CustomerRegistered'; readonly data: CustomerRegistered }
  | { readonly type: 'CustomerProfileChanged'; readonly data: CustomerProfileChanged }
  | { readonly type: 'CustomerContactSet'; readonly data: CustomerContactSet }
  | { readonly type: 'CustomerContactRemoved'; readonly data: CustomerContactRemoved }
  | { readonly type: 'CustomerConsentSet'; readonly data: CustomerConsentSet }
  | { readonly type: 'CustomerMerged'; readonly data: CustomerMerged }
  | { readonly type: 'CustomerMergeUndone'; readonly data: CustomerMergeUndone };

interface OfCustomer {
  readonly customerId: string;
}

export interface CustomerRegistered extends OfCustomer, CustomerProfile {
  readonly contacts?: readonly CustomerContact[];
  /** Where every field of this event came from. */
  readonly fieldSource: FieldSource;
  readonly registeredAt: string;
}

/** Only the fields whose values are new. */
export interface CustomerProfileChanged extends OfCustomer, CustomerProfile {
  readonly cleared?: readonly ProfileField[];
  readonly fieldSource: FieldSource;
  readonly changedAt: string;
}

export interface CustomerContactSet extends OfCustomer, CustomerContact {
  readonly fieldSource: FieldSource;
  readonly setAt: string;
}

export interface CustomerContactRemoved extends OfCustomer {
  readonly contactId: string;
  readonly removedAt: string;
}

/** Given or taken back; what was said before it no longer holds. */
export interface CustomerConsentSet extends OfCustomer {
  readonly purpose: ConsentPurpose;
  readonly channel: ConsentChannel;
  readonly granted: boolean;
  /** Who noted it. */
  readonly by: string;
  readonly setAt: string;
}

/** The customer turned out to be one that is known under another id. Their own history stays theirs. */
export interface CustomerMerged extends OfCustomer {
  /** The id that goes on being used. */
  readonly into: string;
  readonly by: string;
  readonly reason: string;
  readonly mergedAt: string;
}

export interface CustomerMergeUndone extends OfCustomer {
  /** What the customer had been merged into. */
  readonly into: string;
  readonly by: string;
  readonly reason: string;
  readonly undoneAt: string;
}

const merge = { customerId: 'string', into: 'string', by: 'string', reason: 'string' } as const;

export const customerCodec = defineCodec<CustomerEvent>({
  CustomerRegistered: {
    version: 1,
    fields: {
      customerId: 'string',
      ...profileFields,
      contacts: 'array?',
      fieldSource: 'string',
      registeredAt: 'string',
    },
    personal: ['name', 'contacts', 'preferences', 'painPoints'],
  },
  CustomerProfileChanged: {
    version: 1,
    fields: { customerId: 'string', ...profileFields, cleared: 'array?', fieldSource: 'string', changedAt: 'string' },
    personal: ['name', 'preferences', 'painPoints'],
  },
  CustomerContactSet: {
    version: 1,
    fields: {
      customerId: 'string',
      contactId: 'string',
      name: 'string',
      role: 'string',
      phone: 'string?',
      email: 'string?',
      fieldSource: 'string',
      setAt: 'string',
    },
    personal: ['name', 'phone', 'email'],
  },
  CustomerContactRemoved: {
    version: 1,
    fields: { customerId: 'string', contactId: 'string', removedAt: 'string' },
  },
  CustomerConsentSet: {
    version: 1,
    fields: {
      customerId: 'string',
      purpose: 'string',
      channel: 'string',
      granted: 'boolean',
      by: 'string',
      setAt: 'string',
    },
  },
  CustomerMerged: { version: 1, fields: { ...merge, mergedAt: 'string' } },
  CustomerMergeUndone: { version: 1, fields: { ...merge, undoneAt: 'string' } },
});
