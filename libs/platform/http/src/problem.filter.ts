import { Catch, HttpException, HttpStatus, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BATCH_FACTOR, type HttpSettings } from './http.settings';
import { PROBLEM_MEDIA_TYPE, type ProblemDetails } from './problem.details';
import { problem } from './problem.kinds';
import { problemOf } from './problem.mapping';

/** Answers every error with problem details; what is not the sender's doing is logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('http');

  constructor(private readonly settings: HttpSettings) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const details = isBodyTooLarge(error) ? this.#tooLarge() : problemOf(error);
    if (details.status >= 500) this.#log(error, details, request);
    sendProblem(http.getResponse<FastifyReply>(), request, details);
  }

  #tooLarge(): ProblemDetails {
    const { bodyLimitBytes } = this.settings;
    return problem(
      'body-too-large',
      `A body may have ${bodyLimitBytes} bytes, a batch of events ${bodyLimitBytes * BATCH_FACTOR} bytes`,
    );
  }

  #log(error: unknown, { status, title }: ProblemDetails, request: FastifyRequest): void {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.#logger.error(`${request.method} ${loggedPath(request)} ended with ${status} (${title}): ${cause}`);
  }
}

/**
 * The path of the route in place of what was asked for, where a `:token` in it is all that opens something: whoever
 * reads a log is not to have it. Told by the route, since one path can be written in many ways.
 */
const loggedPath = ({ url, routeOptions: { url: route } }: FastifyRequest): string =>
  route?.split('/').includes(':token') ? route : url;

const isBodyTooLarge = (error: unknown): boolean =>
  error instanceof HttpException && error.getStatus() === HttpStatus.PAYLOAD_TOO_LARGE.valueOf();

export function sendProblem(reply: FastifyReply, request: FastifyRequest, details: ProblemDetails): void {
  if (reply.sent) return;
  if (details.retryAfterSeconds !== undefined) void reply.header('retry-after', details.retryAfterSeconds);
  void reply
    .status(details.status)
    .type(PROBLEM_MEDIA_TYPE)
    .send(JSON.stringify({ ...details, instance: details.instance ?? request.url }));
}
