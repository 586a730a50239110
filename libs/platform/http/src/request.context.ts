import { randomUUID } from 'node:crypto';
import type { CommandContext } from '@tenure/kernel';
import { failAt } from './problem.error';

export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

const SENDER = 'http';

/**
 * Who asks for a command, from the headers `Idempotency-Key` (the command's id; one is made where it is absent),
 * `X-Correlation-Id` (the command's id where it is absent), `X-Actor` and `X-Source`. Throws a ProblemError that names
 * a header that is not 1 to 200 visible ASCII characters.
 */
export function contextOf(headers: RequestHeaders): CommandContext {
  const commandId = unquoted(headerOf(headers, 'idempotency-key')) ?? randomUUID();
  return {
    commandId,
    correlationId: headerOf(headers, 'x-correlation-id') ?? commandId,
    actor: headerOf(headers, 'x-actor') ?? SENDER,
    source: headerOf(headers, 'x-source') ?? SENDER,
  };
}

const VISIBLE = /^[\x21-\x7e]{1,200}$/;

function headerOf(headers: RequestHeaders, name: string): string | undefined {
  const value = headers[name];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && VISIBLE.test(value)) return value;
  throw failAt('invalid-header', name, `${name} must be given once, with 1 to 200 visible ASCII characters, no spaces`);
}

/** The draft of the header has its value in quotes; most senders leave them out. */
const unquoted = (key: string | undefined): string | undefined => key?.replace(/^"(.+)"$/, '$1');
