import type { OutgoingHttpHeaders } from 'node:http2';

/** The codes of gRPC that this server uses. */
export const GrpcCode = {
  ok: 0,
  invalidArgument: 3,
  deadlineExceeded: 4,
  resourceExhausted: 8,
  failedPrecondition: 9,
  unimplemented: 12,
  internal: 13,
  unavailable: 14,
} as const;

/** How a call ends badly. `exception` and the other trailers choose the error class in EventStoreDB's clients. */
export type GrpcFailure = { code: number; message: string; trailers?: Record<string, string> };

/** Ends the call in hand with a status. */
export class GrpcFailureError extends Error {
  constructor(readonly failure: GrpcFailure) {
    super(failure.message);
  }
}

export function statusHeaders({ code, message, trailers }: GrpcFailure): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = { 'grpc-status': String(code) };
  if (message !== '') headers['grpc-message'] = percentEncode(message);
  for (const [name, value] of Object.entries(trailers ?? {})) headers[name] = percentEncode(value);
  return headers;
}

/** Clients refuse headers beyond some 8 KB, and the whole connection with them. */
const MAX_HEADER_CHARACTERS = 1000;

/** Header values are printable ASCII; gRPC escapes the rest of UTF-8. */
function percentEncode(text: string): string {
  return text
    .slice(0, MAX_HEADER_CHARACTERS)
    .replace(/[^\x20-\x24\x26-\x7e]+/gu, (run) => encodeURIComponent(Buffer.from(run).toString()));
}
