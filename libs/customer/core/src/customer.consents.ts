import type { CustomerConsent, CustomerConsentSet } from '@tenure/customer-contract';

type Asked = Pick<CustomerConsent, 'purpose' | 'channel'>;

/** What was said last, purpose by purpose and channel by channel. */
export function consentsAfter(
  consents: readonly CustomerConsent[],
  { purpose, channel, granted, setAt: since }: CustomerConsentSet,
): readonly CustomerConsent[] {
  const others = consents.filter((consent) => !isOn(consent, { purpose, channel }));
  return [...others, { purpose, channel, granted, since }];
}

export const consentOn = (consents: readonly CustomerConsent[], asked: Asked): CustomerConsent | undefined =>
  consents.find((consent) => isOn(consent, asked));

const isOn = (one: Asked, { purpose, channel }: Asked): boolean => one.purpose === purpose && one.channel === channel;
