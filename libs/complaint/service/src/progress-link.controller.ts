import { EventStoreDBClient } from '@eventstore/db-client';
import { Controller, Inject, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { CommandCatalogue } from '@tenure/commands';
import { IssueProgressLink } from '@tenure/complaint-contract';
import { COMMAND_ID_REUSED, readHistory } from '@tenure/event-store';
import {
  CommandOperation,
  CommandWriter,
  failAt,
  IncomingCommand,
  ProblemError,
  WriteAnswer,
  type Incoming,
} from '@tenure/http';
import { complaintAggregate } from './complaint.aggregate';
import { complaintRejectionStatuses as statuses } from './complaint.rejection-statuses';
import { hashOf, newToken } from './progress-link.token';

export class ProgressLinkAnswer extends WriteAnswer {
  @ApiProperty({
    type: String,
    nullable: true,
    example: '/progress/q7xq0hY0n2W2l3v2nR0cT9mEw1oZk4b5s6d7f8g9hjk',
    description: 'For the customer alone. Told this once, and kept nowhere: null where the same command comes again.',
  })
  readonly link!: string | null;
}

@ApiTags('complaints')
@Controller('complaints/:complaintId/progress-links')
export class ProgressLinkController {
  constructor(
    @Inject(CommandWriter) private readonly commands: CommandWriter,
    @Inject(CommandCatalogue) private readonly catalogue: CommandCatalogue,
    @Inject(EventStoreDBClient) private readonly eventStore: EventStoreDBClient,
  ) {}

  @Post()
  @CommandOperation({
    command: IssueProgressLink,
    summary: 'Make a private link by which the customer sees the progress',
    path: ['complaintId'],
    made: ['linkHash'],
    answer: ProgressLinkAnswer,
    statuses,
  })
  async issue(@IncomingCommand() incoming: Incoming): Promise<ProgressLinkAnswer> {
    if (incoming.payload['linkHash'] !== undefined) {
      throw failAt('invalid-command', 'linkHash', 'linkHash is made here, and not to be sent');
    }
    const token = newToken();
    try {
      const answer = await this.#write(incoming, hashOf(token));
      return answerWith(answer, `/progress/${token}`);
    } catch (error) {
      const known = isReused(error) ? await this.#issuedBefore(incoming) : undefined;
      if (known === undefined) throw error;
      return answerWith(await this.#write(incoming, known), null);
    }
  }

  #write(incoming: Incoming, linkHash: string | undefined): Promise<WriteAnswer> {
    const parse = (payload: object) => this.catalogue.parse(IssueProgressLink.name, { ...payload, linkHash });
    return this.commands.writeParsed({ name: IssueProgressLink.name, parse }, incoming, statuses);
  }

  /** A repetition makes another token: what it means is the hash of the first attempt. */
  async #issuedBefore({ payload, context }: Incoming): Promise<string | undefined> {
    const stream = `${complaintAggregate.category}-${String(payload['complaintId'])}`;
    const events = await readHistory(this.eventStore, [stream]);
    const first = events.find(({ metadata }) => metadata.commandId === context.commandId);
    const linkHash: unknown = first && Reflect.get(Object(first.data), 'linkHash');
    return typeof linkHash === 'string' ? linkHash : undefined;
  }
}

const isReused = (error: unknown): boolean =>
  error instanceof ProblemError && error.details.type === `urn:tenure:problem:${COMMAND_ID_REUSED}`;

const answerWith = (answer: WriteAnswer, link: string | null): ProgressLinkAnswer =>
  Object.assign(new ProgressLinkAnswer(), answer, { link });
