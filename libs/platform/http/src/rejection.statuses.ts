import type { HttpStatus } from '@nestjs/common';
import type { COMMAND_ID_REUSED } from '@tenure/event-store';

/** The HTTP status of every refusal of a domain, and of the platform's own. */
export type RejectionStatuses<Rejection extends string> = Readonly<
  Record<Rejection | typeof COMMAND_ID_REUSED, HttpStatus>
>;

/** The refusals of all domains, for what takes commands of any of them. */
export abstract class AllRejectionStatuses {
  abstract readonly statuses: Readonly<Record<string, HttpStatus>>;
}
