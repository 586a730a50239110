import { fingerprintOf } from '@tenure/kernel';
import type { CustomerProfile, ProfileField } from '@tenure/customer-contract';

const FIELDS: Readonly<Record<ProfileField, true>> = {
  name: true,
  kind: true,
  industryCode: true,
  companySize: true,
  country: true,
  cooperationSince: true,
  growthPotential: true,
  needTags: true,
  preferences: true,
  painPoints: true,
  referredBy: true,
};

/** The profile's fields that have a value, and none of what else the object holds. */
export function profileOf(from: CustomerProfile): CustomerProfile {
  return changedFields({}, from);
}

/** The fields of `wanted` that have a value which `profile` does not have. */
export function changedFields(profile: CustomerProfile, wanted: CustomerProfile): CustomerProfile {
  const changed: { -readonly [Field in ProfileField]?: CustomerProfile[Field] } = {};
  const take = <Field extends ProfileField>(field: Field): void => {
    const value = wanted[field];
    if (value !== undefined && !sameValue(value, profile[field])) changed[field] = value;
  };
  for (const field of fieldsOf(FIELDS)) take(field);
  return changed;
}

/** The fields that have a value. */
export const fieldsOf = (fields: Readonly<Partial<Record<ProfileField, unknown>>>): ProfileField[] =>
  Object.keys(fields).filter(isProfileField);

const isProfileField = (name: string): name is ProfileField => name in FIELDS;

const sameValue = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'object' && fingerprintOf(one) === fingerprintOf(other));
