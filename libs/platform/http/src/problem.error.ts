import type { HttpStatus } from '@nestjs/common';
import type { ProblemDetails } from './problem.details';
import { problem, refusal, type ProblemKind } from './problem.kinds';

/** Ends a request with a problem. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly details: ProblemDetails,
    options?: ErrorOptions,
  ) {
    super(details.detail, options);
  }
}

type Extras = Parameters<typeof problem>[2];

export const fail = (kind: ProblemKind, detail: string, extras?: Extras, options?: ErrorOptions): ProblemError =>
  new ProblemError(problem(kind, detail, extras), options);

/** A problem with one wrong place. */
export const failAt = (kind: ProblemKind, path: string, message: string, options?: ErrorOptions): ProblemError =>
  fail(kind, message, { errors: [{ path, message }] }, options);

/** Refuses what is asked for by a code of its domain, as a command is refused. */
export const refuse = (code: string, status: HttpStatus, detail: string | undefined): ProblemError =>
  new ProblemError(refusal(code, status, detail, {}));
