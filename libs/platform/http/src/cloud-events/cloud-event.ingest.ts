import { Inject, Injectable, Logger } from '@nestjs/common';
import { CommandCatalogue, InvalidCommandError } from '@tenure/commands';
import type { Command } from '@tenure/shared-contract';
import { CommandWriter } from '../command.writer';
import type { Incoming } from '../incoming';
import { failAt } from '../problem.error';
import { problemOf } from '../problem.mapping';
import { AllRejectionStatuses } from '../rejection.statuses';
import { statusOf, type WriteAnswer } from '../write.answer';
import { isRecord, readCloudEvent, type CloudEvent } from './cloud-event';
import type { CloudEventBatchResult, CloudEventResult } from './cloud-event.result';

/** How many events of a batch are under way at a time. */
const IN_FLIGHT = 500;

/** Takes facts that other services publish: each is the command that records it. */
@Injectable()
export class CloudEventIngest {
  readonly #logger = new Logger('cloud-events');

  constructor(
    @Inject(CommandCatalogue) private readonly catalogue: CommandCatalogue,
    @Inject(CommandWriter) private readonly writer: CommandWriter,
    @Inject(AllRejectionStatuses) private readonly rejections: AllRejectionStatuses,
  ) {}

  /** Throws what `problemOf` has a problem for. */
  async ingest(value: unknown): Promise<WriteAnswer> {
    const event = readCloudEvent(value);
    const parse = (data: object): Command => this.#parse(event.type, data);
    return this.writer.writeParsed({ name: event.type, parse }, incomingOf(event), this.rejections.statuses);
  }

  /**
   * Never throws: one bad event does not stop the others. Events of one stream are taken in the order of the batch.
   */
  async ingestBatch(values: readonly unknown[]): Promise<CloudEventBatchResult> {
    const results: CloudEventResult[] = [];
    for (let start = 0; start < values.length; start += IN_FLIGHT) {
      const group = values.slice(start, start + IN_FLIGHT);
      results.push(...(await Promise.all(group.map((value, at) => this.#resultOf(value, start + at)))));
    }
    return summary(results);
  }

  async #resultOf(value: unknown, index: number): Promise<CloudEventResult> {
    const named = { index, ...nameOf(value) };
    try {
      const answer = await this.ingest(value);
      return { ...named, status: statusOf(answer), answer };
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 500) this.#logger.error(`event ${index} of a batch: ${String(error)}`);
      return { ...named, status: problem.status, problem };
    }
  }

  /** Names fields by their place in the event. */
  #parse(type: string, data: object): Command {
    try {
      return this.catalogue.parseCloudEvent(type, data);
    } catch (error) {
      if (!(error instanceof InvalidCommandError)) throw error;
      throw new InvalidCommandError(
        error.commandType,
        error.problems.map(({ path, message }) => ({ path: `data.${path}`, message })),
      );
    }
  }
}

/** `source` and `id` together are unique to an event (CloudEvents 1.0, 3.1.1); a source contains no space. */
function incomingOf({ id, source, time, data, correlationId, actor }: CloudEvent): Incoming {
  const commandId = `${source} ${id}`;
  return {
    payload: { ...data, ...timeOf(time, data['occurredAt']) },
    context: { commandId, correlationId: correlationId ?? commandId, actor: actor ?? source, source },
  };
}

function timeOf(time: string | undefined, occurredAt: unknown): { occurredAt?: unknown } {
  if (time === undefined) return {};
  if (occurredAt === undefined) return { occurredAt: time };
  if (typeof occurredAt === 'string' && Date.parse(occurredAt) !== Date.parse(time)) {
    throw failAt('invalid-cloud-event', 'time', 'time and data.occurredAt are different moments; send one of them');
  }
  return {};
}

function nameOf(value: unknown): { id?: string; source?: string } {
  if (!isRecord(value)) return {};
  const { id, source } = value;
  return { ...(typeof id === 'string' && { id }), ...(typeof source === 'string' && { source }) };
}

function summary(results: readonly CloudEventResult[]): CloudEventBatchResult {
  const positions = results.flatMap(({ answer }) => (answer ? [BigInt(answer.position)] : []));
  const newest = positions.reduce((a, b) => (a > b ? a : b), -1n);
  return {
    accepted: results.filter(({ status }) => status === 201).length,
    known: results.filter(({ status }) => status === 200).length,
    rejected: results.filter(({ problem }) => problem !== undefined).length,
    ...(newest >= 0n && { position: `${newest}` }),
    results,
  };
}
