import { fingerprintOf } from '@tenure/kernel';

const FINGERPRINTS = 2 ** 32;

/** Chosen by chance, and again and again the same: by what the names of journey and customer come to. */
export const isHeldOut = (journeyId: string, customerId: string, percent: number): boolean =>
  Number.parseInt(fingerprintOf([journeyId, customerId]), 36) / FINGERPRINTS < percent / 100;
