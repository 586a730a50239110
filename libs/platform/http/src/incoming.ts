import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CommandContext } from '@tenure/kernel';
import type { FastifyRequest } from 'fastify';
import { fail, failAt } from './problem.error';
import { contextOf } from './request.context';

/** A request to change something, before it is known to be valid. */
export interface Incoming {
  /** Body and path in one; ids in the path are part of the command. */
  readonly payload: Readonly<Record<string, unknown>>;
  readonly context: CommandContext;
}

/** Hands a controller's method what it needs to send a command. */
export const IncomingCommand = createParamDecorator((_: unknown, host: ExecutionContext): Incoming => {
  const request = host.switchToHttp().getRequest<FastifyRequest>();
  return { payload: payloadOf(request), context: contextOf(request.headers) };
});

/** A DELETE has no body by custom; what little it says stands in the query. */
function payloadOf({ method, body, query, params }: FastifyRequest): Record<string, unknown> {
  const sent = body ?? (method === 'DELETE' ? query : {});
  if (!isRecord(sent)) throw fail('invalid-command', 'The body must be a JSON object');
  const payload = { ...sent };
  for (const [name, value] of Object.entries(isRecord(params) ? params : {})) {
    if (payload[name] !== undefined && payload[name] !== value) {
      throw failAt('invalid-command', name, `${name} is ${JSON.stringify(value)} in the path but differs in the body`);
    }
    payload[name] = value;
  }
  return payload;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
