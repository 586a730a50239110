import fc from 'fast-check';
import { GrpcFailureError } from './grpc.status';
import { MessageAssembler, framed } from './message.assembler';

describe('assembling messages', () => {
  it('yields the same messages however the bytes are cut', () => {
    const messages = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 10 });
    fc.assert(
      fc.property(messages, fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), (contents, cuts) => {
        const sent = contents.map((content) => Buffer.from(content));
        const bytes = Buffer.concat(sent.map(framed));
        const assembler = new MessageAssembler();
        const received: Buffer[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn++) {
          const length = cuts[turn % cuts.length] ?? 1;
          received.push(...assembler.push(bytes.subarray(at, at + length)).map((message) => Buffer.from(message)));
          at += length;
        }
        expect(received).toEqual(sent);
      }),
    );
  });

  it('refuses a compressed message and one of a size beyond reason', () => {
    expect(() => new MessageAssembler().push(Buffer.from([1, 0, 0, 0, 0]))).toThrow(GrpcFailureError);
    expect(() => new MessageAssembler().push(Buffer.from([0, 255, 255, 255, 255]))).toThrow(GrpcFailureError);
  });
});
