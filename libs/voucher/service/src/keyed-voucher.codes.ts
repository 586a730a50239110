import { createHmac, randomBytes } from 'node:crypto';
import { VoucherCodes } from '@tenure/voucher-contract';

/** Crockford's base 32, in which no letter looks like a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/**
 * Sixteen letters of 80 bits, by HMAC-SHA256 of the id. A key of the process alone will do: once the event is recorded a
 * repetition of the command finds it, and before that nobody has seen the code.
 */
export class KeyedVoucherCodes extends VoucherCodes {
  constructor(private readonly key: Uint8Array = randomBytes(32)) {
    super();
  }

  codeOf(voucherId: string): string {
    const bytes = createHmac('sha256', this.key).update(voucherId).digest().subarray(0, LENGTH);
    const letters = Array.from(bytes, (byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
    return letters.replace(/(?<=.)(?=(?:.{4})+$)/g, '-');
  }
}
