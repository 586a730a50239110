import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { SurveyLinks } from '@tenure/feedback-contract';

/** Of the 64 letters of HMAC-SHA256 in hexadecimal: 128 bits. */
const SEAL_LETTERS = 32;
const TOKEN = new RegExp(`^([A-Za-z0-9][A-Za-z0-9._:@-]{0,127})-([0-9a-f]{${SEAL_LETTERS}})$`);

/**
 * Links of the id of an invitation with a seal of 128 bits, by HMAC-SHA256 under a key of the platform: nothing has to be
 * kept of them. Whoever serves them and whoever writes them to customers need the same key.
 */
export class KeyedSurveyLinks extends SurveyLinks {
  constructor(
    /** Without a slash at its end. */
    private readonly publicUrl: string,
    private readonly key: Uint8Array = randomBytes(32),
  ) {
    super();
  }

  linkOf(invitationId: string): string {
    return `${this.publicUrl}/s/${invitationId}-${this.#sealOf(invitationId)}`;
  }

  invitationOf(token: string): string | undefined {
    const [, invitationId = '', seal = ''] = TOKEN.exec(token) ?? [];
    // Compared in any case, and in the same time wherever it differs: how long it takes tells nothing.
    const isOurs = timingSafeEqual(Buffer.from(this.#sealOf(invitationId)), Buffer.from(seal.padEnd(SEAL_LETTERS)));
    return isOurs ? invitationId : undefined;
  }

  #sealOf(invitationId: string): string {
    return createHmac('sha256', this.key).update(`survey:${invitationId}`).digest('hex').slice(0, SEAL_LETTERS);
  }
}
