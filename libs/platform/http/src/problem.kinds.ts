import { HttpStatus } from '@nestjs/common';
import type { ProblemDetails } from './problem.details';

/** The problems that the platform itself reports; domains add one for each of their refusals. */
const KINDS = {
  'malformed-json': [HttpStatus.BAD_REQUEST, 'The body is not JSON'],
  'malformed-text': [HttpStatus.BAD_REQUEST, 'The body is not UTF-8'],
  'malformed-request': [HttpStatus.BAD_REQUEST, 'The request is not well-formed'],
  'invalid-parameter': [HttpStatus.BAD_REQUEST, 'A parameter is not valid'],
  'invalid-header': [HttpStatus.BAD_REQUEST, 'A header is not valid'],
  'not-found': [HttpStatus.NOT_FOUND, 'There is no such thing'],
  'request-timeout': [HttpStatus.REQUEST_TIMEOUT, 'The request took too long to arrive'],
  'stream-gone': [HttpStatus.GONE, 'The record was deleted for ever'],
  'body-too-large': [HttpStatus.PAYLOAD_TOO_LARGE, 'The body is too large'],
  'event-too-large': [HttpStatus.PAYLOAD_TOO_LARGE, 'The event would be too large'],
  'unsupported-media-type': [HttpStatus.UNSUPPORTED_MEDIA_TYPE, 'The media type is not one that is taken here'],
  'invalid-command': [HttpStatus.UNPROCESSABLE_ENTITY, 'The command is not valid'],
  'invalid-cloud-event': [HttpStatus.UNPROCESSABLE_ENTITY, 'The CloudEvent is not valid'],
  'unknown-type': [HttpStatus.UNPROCESSABLE_ENTITY, 'The type is not known'],
  'rate-limited': [HttpStatus.TOO_MANY_REQUESTS, 'Too many requests'],
  'client-error': [HttpStatus.BAD_REQUEST, 'The request can’t be served'],
  'internal-error': [HttpStatus.INTERNAL_SERVER_ERROR, 'Something went wrong here'],
  'unreadable-event': [HttpStatus.INTERNAL_SERVER_ERROR, 'A stored event can’t be read'],
  'stream-contended': [HttpStatus.SERVICE_UNAVAILABLE, 'Others are changing the same record'],
  'event-store-unavailable': [HttpStatus.SERVICE_UNAVAILABLE, 'The event store does not answer'],
  'read-models-unavailable': [HttpStatus.SERVICE_UNAVAILABLE, 'The database of the read models does not answer'],
  'not-reached-yet': [HttpStatus.GATEWAY_TIMEOUT, 'The read models have not reached the position yet'],
} as const satisfies Readonly<Record<string, readonly [HttpStatus, string]>>;

export type ProblemKind = keyof typeof KINDS;

type Extras = Omit<ProblemDetails, 'type' | 'title' | 'status' | 'detail'> & { readonly status?: number };

export function problem(kind: ProblemKind, detail: string, extras: Extras = {}): ProblemDetails {
  const [status, title] = KINDS[kind];
  return { type: problemType(kind), title, status, detail, ...extras };
}

/** A business refusal: its code names the problem. */
export function refusal(code: string, status: HttpStatus, detail: string | undefined, extras: Extras): ProblemDetails {
  const title = sentence(code);
  return { type: problemType(code), title, status, detail: detail ?? title, ...extras };
}

const problemType = (code: string): string => `urn:tenure:problem:${code}`;

/** `complaint-not-found` as `Complaint not found`. */
const sentence = (code: string): string => `${code.charAt(0).toUpperCase()}${code.slice(1).replaceAll('-', ' ')}`;
