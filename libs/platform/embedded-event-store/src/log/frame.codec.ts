import { crc32 } from 'node:zlib';

/**
 * One frame is one atomic append. Little-endian:
 *   0 magic u32 | 4 payload length u32 | 8 event count u32 | 12 position u64 | 20 durable before u64 | 28 crc32 u32
 *   then the events, each: length u32, RecordedEvent (protobuf, as it is sent to readers)
 * The checksum covers bytes 0–27 and the payload.
 * `durable before` says up to where the log was synced when the frame was written: damage below the mark of a
 * later sound frame is corruption; damage that no such frame vouches for is an interrupted write.
 */
export const FRAME_HEADER_BYTES = 32;
export const FRAME_MAGIC = 0x4d524654;
/** No frame is longer: a length beyond it is damage, not data. */
export const MAX_PAYLOAD_BYTES = 128 * 1024 * 1024;
const CHECKSUM_OFFSET = 28;

export type FrameHeader = { payloadBytes: number; eventCount: number; position: number; durableBefore: number };

/** Fills in the header in front of a payload that is already in place. */
export function sealFrame(buffer: Buffer, start: number, end: number, header: Omit<FrameHeader, 'payloadBytes'>): void {
  buffer.writeUInt32LE(FRAME_MAGIC, start);
  buffer.writeUInt32LE(end - start - FRAME_HEADER_BYTES, start + 4);
  buffer.writeUInt32LE(header.eventCount, start + 8);
  buffer.writeBigUInt64LE(BigInt(header.position), start + 12);
  buffer.writeBigUInt64LE(BigInt(header.durableBefore), start + 20);
  buffer.writeUInt32LE(checksum(buffer, start, end), start + CHECKSUM_OFFSET);
}

/** Reads a header without checking the payload; undefined where there is none. Needs FRAME_HEADER_BYTES bytes. */
export function readFrameHeader(buffer: Buffer, start: number): FrameHeader | undefined {
  if (buffer.readUInt32LE(start) !== FRAME_MAGIC) return undefined;
  const payloadBytes = buffer.readUInt32LE(start + 4);
  if (payloadBytes > MAX_PAYLOAD_BYTES) return undefined;
  return {
    payloadBytes,
    eventCount: buffer.readUInt32LE(start + 8),
    position: Number(buffer.readBigUInt64LE(start + 12)),
    durableBefore: Number(buffer.readBigUInt64LE(start + 20)),
  };
}

export function readFrameChecksum(buffer: Buffer, start: number): number {
  return buffer.readUInt32LE(start + CHECKSUM_OFFSET);
}

export function isFrameSound(buffer: Buffer, start: number, end: number): boolean {
  return readFrameChecksum(buffer, start) === checksum(buffer, start, end);
}

function checksum(buffer: Buffer, start: number, end: number): number {
  const header = crc32(buffer.subarray(start, start + CHECKSUM_OFFSET));
  return crc32(buffer.subarray(start + FRAME_HEADER_BYTES, end), header);
}
