import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { createTextDecoder, invalidIn } from './text.decoder';

function decode(bytes: Buffer, encoding: string, pieceLength = bytes.length || 1) {
  const decoder = createTextDecoder(encoding);
  let text = '';
  for (let at = 0; at < bytes.length; at += pieceLength) text += decoder.write(bytes.subarray(at, at + pieceLength));
  return { text: text + decoder.end(), sawInvalid: decoder.sawInvalid() };
}

describe('text decoder', () => {
  it.each(['utf-8', 'utf-16le', 'gb18030', 'UTF8'])('reads %s cut anywhere', (encoding) => {
    const text = fc.string({ unit: 'binary' }).filter((each) => !/[\uFEFF\uFFFD]/.test(each));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 7 }), (written, pieceLength) => {
        expect(decode(encode(written, encoding), encoding, pieceLength)).toEqual({ text: written, sawInvalid: false });
      }),
    );
  });

  it('reads windows-1252', () =>
    expect(decode(Buffer.from([0x80, 0xe9, 0x41]), 'windows-1252')).toEqual({ text: '€éA', sawInvalid: false }));

  it('drops the byte-order mark', () => expect(decode(Buffer.from('\uFEFFa\uFEFF'), 'utf-8', 1).text).toBe('a\uFEFF'));

  it.each([1, 2, 100])('names the byte that is not UTF-8, in pieces of %d', (pieceLength) => {
    const { text, sawInvalid } = decode(Buffer.from([0x61, 0xe9, 0x62, 0xe4, 0xb8, 0xad, 0xc3]), 'utf-8', pieceLength);
    expect(sawInvalid).toBe(true);
    expect(text.length).toBe(5);
    expect(text).toMatch(/^a.b中.$/s);
    expect(invalidIn(text, 'utf-8')).toBe('byte 0xE9, which is not UTF-8');
  });

  it('tells a replacement character that was written from one that stands for a mistake', () => {
    expect(decode(Buffer.from('\uFFFD'), 'utf-8').sawInvalid).toBe(false);
    expect(invalidIn('😀', 'utf-8')).toBeUndefined();
  });

  it('sees what is invalid in other encodings', () => {
    const { text, sawInvalid } = decode(Buffer.from([0x81, 0x20]), 'gbk');
    expect([sawInvalid, invalidIn(text, 'gbk')]).toEqual([true, 'bytes that are not gbk']);
  });
});
