import { KeyedVoucherCodes } from './keyed-voucher.codes';

const key = (fill: number) => new Uint8Array(32).fill(fill);

describe('codes of vouchers', () => {
  it('are the same for the same voucher, under the same key alone', () => {
    const codes = new KeyedVoucherCodes(key(1));
    expect(codes.codeOf('v-1')).toBe(codes.codeOf('v-1'));
    expect(codes.codeOf('v-1')).toBe(new KeyedVoucherCodes(key(1)).codeOf('v-1'));
    expect(codes.codeOf('v-1')).not.toBe(new KeyedVoucherCodes(key(2)).codeOf('v-1'));
    expect(new KeyedVoucherCodes().codeOf('v-1')).not.toBe(new KeyedVoucherCodes().codeOf('v-1'));
  });

  it('are four groups of four letters that can be told apart, each of its own', () => {
    const codes = new KeyedVoucherCodes(key(1));
    const many = Array.from({ length: 5_000 }, (_, index) => codes.codeOf(`v-${index}`));
    for (const code of many) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(new Set(many).size).toBe(5_000);
    const letters = new Set(many.join('').replaceAll('-', ''));
    expect(letters.size).toBe(32);
  });
});
