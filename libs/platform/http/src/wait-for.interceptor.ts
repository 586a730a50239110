import {
  Inject,
  Injectable,
  SetMetadata,
  type CallHandler,
  type CustomDecorator,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ProjectionBehindError } from '@tenure/projections';
import type { Observable } from 'rxjs';
import { HttpSettings } from './http.settings';
import { PositionWaiter } from './position.waiter';
import { fail, failAt, type ProblemError } from './problem.error';

export const WAIT_FOR_PARAMETER = 'waitFor';
export const WAIT_FOR_HEADER = 'x-wait-for-position';

const PROJECTIONS = 'tenure:projections';

/** The projections that a read answers from. */
export const ReadsProjections = (...names: string[]): CustomDecorator => SetMetadata(PROJECTIONS, names);

/** Holds a read back until the projections that it reads have reached the position it asks for. */
@Injectable()
export class WaitForInterceptor implements NestInterceptor {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(PositionWaiter) private readonly waiter: PositionWaiter,
    @Inject(HttpSettings) private readonly settings: HttpSettings,
  ) {}

  async intercept(host: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const position = positionOf(host.switchToHttp().getRequest<FastifyRequest>());
    if (position !== undefined) await this.#wait(position, host);
    return next.handle();
  }

  async #wait(position: bigint, host: ExecutionContext): Promise<void> {
    const projections = this.reflector.get<readonly string[] | undefined>(PROJECTIONS, host.getHandler()) ?? [];
    if (projections.length === 0) return;
    try {
      await this.waiter.waitFor(position, projections, this.settings.waitForLimitMs);
    } catch (error) {
      throw error instanceof ProjectionBehindError ? notReached(error) : error;
    }
  }
}

const notReached = (error: ProjectionBehindError): ProblemError =>
  fail(
    'not-reached-yet',
    error.message,
    {
      lagging: [{ projection: error.projection, ...(error.reached !== undefined && { position: `${error.reached}` }) }],
      retryAfterSeconds: 1,
    },
    { cause: error },
  );

const LARGEST = 2n ** 63n - 1n;

function positionOf({ query, headers }: FastifyRequest): bigint | undefined {
  const parameter: unknown =
    typeof query === 'object' && query !== null ? Reflect.get(query, WAIT_FOR_PARAMETER) : undefined;
  const given = parameter ?? headers[WAIT_FOR_HEADER];
  if (given === undefined) return undefined;
  if (typeof given === 'string' && /^\d{1,19}$/.test(given) && BigInt(given) <= LARGEST) return BigInt(given);
  throw failAt('invalid-parameter', WAIT_FOR_PARAMETER, `${WAIT_FOR_PARAMETER} must be one position, such as 10432`);
}
