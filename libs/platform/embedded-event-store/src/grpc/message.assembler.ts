import { GrpcCode, GrpcFailureError } from './grpc.status';

const PREFIX_BYTES = 5;
/** Far above what may be appended, so that an oversize append gets its own typed error. */
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

/** Cuts the byte stream of a call into gRPC messages. */
export class MessageAssembler {
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private neededBytes = PREFIX_BYTES;

  /** The messages that `chunk` completes. */
  push(chunk: Buffer): Buffer[] {
    this.pending.push(chunk);
    this.pendingBytes += chunk.length;
    if (this.pendingBytes < this.neededBytes) return [];
    const [only] = this.pending;
    const bytes = this.pending.length === 1 && only !== undefined ? only : Buffer.concat(this.pending);
    const messages: Buffer[] = [];
    let offset = 0;
    this.neededBytes = PREFIX_BYTES;
    while (bytes.length - offset >= PREFIX_BYTES) {
      const end = offset + PREFIX_BYTES + messageLength(bytes, offset);
      if (end > bytes.length) {
        this.neededBytes = end - offset;
        break;
      }
      messages.push(bytes.subarray(offset + PREFIX_BYTES, end));
      offset = end;
    }
    this.pending = offset < bytes.length ? [bytes.subarray(offset)] : [];
    this.pendingBytes = bytes.length - offset;
    return messages;
  }
}

/** A message with its gRPC prefix. */
export function framed(message: Buffer): Buffer {
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
}

function messageLength(bytes: Buffer, offset: number): number {
  if (bytes[offset] !== 0) {
    throw new GrpcFailureError({ code: GrpcCode.unimplemented, message: 'compressed messages are not supported' });
  }
  const length = bytes.readUInt32BE(offset + 1);
  if (length > MAX_MESSAGE_BYTES) {
    const message = `a message of ${length} bytes is larger than the limit of ${MAX_MESSAGE_BYTES}`;
    throw new GrpcFailureError({ code: GrpcCode.resourceExhausted, message });
  }
  return length;
}
