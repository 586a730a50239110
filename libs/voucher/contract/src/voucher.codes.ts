/**
 * The codes that customers show: nobody can guess one, and of one voucher it is the same for as long as a command about it
 * is being decided; what counts from then on is the event. A Nest token; voucher-service binds it wherever commands are
 * decided.
 */
export abstract class VoucherCodes {
  /** Such as `7Q2M-9KXD-40ZP-HT6W`. */
  abstract codeOf(voucherId: string): string;
}

/** The code as it is compared: people leave dashes out and write small letters. */
export const plainCode = (code: string): string => code.replace(/[\s-]/g, '').toUpperCase();
