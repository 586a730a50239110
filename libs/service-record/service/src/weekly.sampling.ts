import { randomUUID } from 'node:crypto';
import type { CommandSender } from '@tenure/commands';
import { DEFAULT_POLICY_IDS, type PolicyBook } from '@tenure/policy-contract';
import { urlOf, withConnection } from '@tenure/postgres';
import { ProjectionBehindError } from '@tenure/projections';
import { DrawReviewSample } from '@tenure/service-record-contract';
import { setTimers, TimerWorker, type Timer } from '@tenure/timers';
import { DateTime } from 'luxon';
import type { DataSource } from 'typeorm';
import type { WeekRecords } from './week.records';

export interface WeeklySamplingOptions {
  /** Of a database whose timers have been migrated. */
  readonly dataSource: DataSource;
  readonly records: WeekRecords;
  readonly policies: PolicyBook;
  readonly sender: CommandSender;
  /** ISO 8601. */
  readonly now: () => string;
  readonly onFailure: (error: unknown) => void;
}

const KIND = 'record-review';
/** Weeks back that are still drawn where the platform did not run on the Monday after. */
const CAUGHT_UP_WEEKS = 4;
const AUTHOR = 'tenure';
/** The read models may lag, as while history is loaded: the draw waits this long, and is put off for so long. */
const WAIT_MS = 1_000;
const PUT_OFF = { seconds: 30 };

/** Draws the sample of each week as soon as it is over; a week without records has none. */
export class WeeklySampling {
  readonly #timers: TimerWorker;

  constructor(private readonly options: WeeklySamplingOptions) {
    const { dataSource, now, onFailure } = options;
    const handlers = { [KIND]: (timer: Timer) => this.#drawOrPutOff(timer.key) };
    this.#timers = new TimerWorker({ url: urlOf(dataSource), handlers, now, onFailure, concurrency: 1 });
  }

  /** Resolves once the weeks to come are set. */
  async start(): Promise<void> {
    await this.#setWeeks(CAUGHT_UP_WEEKS);
    this.#timers.start();
  }

  close(): Promise<void> {
    return this.#timers.close();
  }

  /** The week that runs and so many before it; one that was drawn is drawn again in vain. */
  async #setWeeks(back: number): Promise<void> {
    const { now } = this.options;
    const zone = await this.#timeZone();
    if (zone === undefined) return;
    const monday = DateTime.fromISO(now(), { zone }).startOf('week');
    const weeks = Array.from({ length: back + 1 }, (_, index) => monday.minus({ weeks: index }));
    await this.#set(weeks.map((week) => [week.toFormat("kkkk-'W'WW"), week.plus({ weeks: 1 })]));
  }

  async #drawOrPutOff(week: string): Promise<void> {
    try {
      await this.#draw(week);
    } catch (error) {
      if (!(error instanceof ProjectionBehindError)) throw error;
      await this.#set([[week, DateTime.fromISO(this.options.now()).plus(PUT_OFF)]]);
    }
  }

  async #set(weeks: readonly (readonly [week: string, due: DateTime])[]): Promise<void> {
    const { dataSource, now } = this.options;
    const timers = weeks.map(([key, due]) => ({ kind: KIND, key, dueAt: due.toUTC().toISO() ?? now() }));
    await withConnection(dataSource, (client) => setTimers(client, now, timers));
  }

  async #draw(week: string): Promise<void> {
    const { records, sender, now } = this.options;
    const zone = await this.#timeZone();
    const ofWeek = zone === undefined ? [] : await records.of(week, zone, WAIT_MS);
    if (ofWeek.length > 0) {
      const asked = { week, by: AUTHOR, records: ofWeek, occurredAt: now() };
      const commandId = randomUUID();
      const context = { commandId, correlationId: commandId, actor: AUTHOR, source: KIND };
      const outcome = await sender.send(Object.assign(new DrawReviewSample(), asked), context);
      if (outcome.status === 'rejected') throw new Error(`The sample of ${week} was refused: ${outcome.code}`);
    }
    await this.#setWeeks(0);
  }

  async #timeZone(): Promise<string | undefined> {
    const { policies, now } = this.options;
    const policy = await policies.inForce('record-review', DEFAULT_POLICY_IDS['record-review'], now());
    return policy?.content.timeZone;
  }
}
