import fc from 'fast-check';
import { readBatchAppendRequest } from '../grpc/append.requests';
import { readReadRequest } from '../grpc/read.request';
import { MalformedMessageError, ProtobufReader } from './protobuf.reader';
import { bytesField, numberField, varintSize, writeVarint } from './protobuf.writer';

describe('protobuf', () => {
  it('reads the numbers that it writes, up to 2^53', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const reader = new ProtobufReader(numberField(3, value));
        expect([reader.field(), reader.uint(), reader.field()]).toEqual([3, value, 0]);
        expect(writeVarint(Buffer.alloc(10), value, 0)).toBe(varintSize(value));
      }),
    );
  });

  it('reads the texts that it writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const reader = new ProtobufReader(bytesField(7, text));
        expect([reader.field(), reader.text()]).toEqual([7, text]);
      }),
    );
  });

  it('takes any bytes either as a request or as malformed, never otherwise', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(readBatchAppendRequest, readReadRequest),
        (bytes, read) => {
          try {
            expect(read(Buffer.from(bytes))).toBeDefined();
          } catch (error) {
            expect(error).toBeInstanceOf(MalformedMessageError);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
