import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { problemsOf } from '@tenure/commands';
import { isInstant } from '@tenure/shared-contract';
import { fail, failAt } from './problem.error';
import { WAIT_FOR_PARAMETER } from './wait-for.interceptor';

/** Validates the query of a read against its class; a parameter that the class does not have is refused by name. */
@Injectable()
export class QueryPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      exceptionFactory: (errors) => {
        const problems = problemsOf(errors);
        return fail('invalid-parameter', problems.map(({ message }) => message).join('; '), { errors: problems });
      },
    });
  }

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const query = { ...(typeof value === 'object' ? value : {}) };
    Reflect.deleteProperty(query, WAIT_FOR_PARAMETER);
    return super.transform(query, metadata);
  }
}

const ID = /^[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}$/;

/** An id in the path of a read: what no id can look like does not reach the database. */
export class IdPipe {
  transform(value: string, { data }: ArgumentMetadata): string {
    if (ID.test(value)) return value;
    const name = data ?? 'id';
    throw failAt('invalid-parameter', name, `${name} must be 1 to 128 letters, digits or . _ : @ -`);
  }
}

export function instantParameter(name: string, value: unknown): string {
  if (isInstant(value)) return value;
  throw failAt('invalid-parameter', name, `${name} must be an ISO 8601 date and time with offset`);
}
