import type { Kafka } from 'kafkajs';
import { backOff } from '../backoff';
import { createTopics, type TopicSettings } from '../topic.creation';
import { DeadLetterPublisher } from './dead-letter.publisher';
import { consumeInGroup } from './ingress.consumer';
import type { CarryOut, IngressRecord, Refusal } from './ingress.record';
import { DEAD_LETTER_TOPIC, INGRESS_GROUP, INGRESS_TOPIC } from './ingress.topics';

export interface IngressOptions {
  readonly kafka: Kafka;
  readonly carryOut: CarryOut;
  /** What differs from INGRESS_TOPIC and DEAD_LETTER_TOPIC. */
  readonly topic?: Partial<TopicSettings>;
  readonly deadLetters?: Partial<TopicSettings>;
  /** INGRESS_GROUP unless given. */
  readonly group?: string;
  /** Records of different keys under way at a time, in each partition; 64 unless given. */
  readonly maxInFlight?: number;
  /** For logs: the ingress goes on by itself. */
  readonly onFailure: (error: unknown) => void;
  /** For logs: the record is in the dead-letter topic. */
  readonly onRefusal?: (record: IngressRecord, refusal: Refusal) => void;
}

export interface RunningIngress {
  /** Since the start, repetitions included. */
  status(): IngressStatus;
  /** Resolves when nothing is under way any more; the others of the group take over. */
  close(): Promise<void>;
}

export interface IngressStatus {
  readonly carriedOut: number;
  readonly refused: number;
  /** Why it does not go on; absent while it does. */
  readonly failure?: string;
}

const FIRST_PAUSE_MS = 100;
const MAX_IN_FLIGHT = 64;

/**
 * Carries out what others publish to a topic, as one of any number of members of a group: in the order of each key, each
 * record at least once, and its offset committed only when it is durable. What is refused goes to the dead-letter topic
 * first. While anything that is needed for it is gone, it waits. Returns at once.
 */
export function startIngress(options: IngressOptions): RunningIngress {
  const ingress = new Ingress(options);
  return { status: () => ingress.status(), close: () => ingress.close() };
}

class Ingress {
  readonly #stopping = new AbortController();
  readonly #running: Promise<void>;
  #deadLetters: DeadLetterPublisher | undefined;
  #carriedOut = 0;
  #refused = 0;
  #failure: string | undefined;

  constructor(private readonly options: IngressOptions) {
    this.#running = this.#run();
  }

  status(): IngressStatus {
    const failure = this.#failure;
    return { carriedOut: this.#carriedOut, refused: this.#refused, ...(failure !== undefined && { failure }) };
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    for (let failures = 0; !signal.aborted; failures++) {
      const before = this.#carriedOut + this.#refused;
      try {
        await this.#consume(signal);
      } catch (error) {
        this.#fail(error);
      } finally {
        await this.#deadLetters?.close();
      }
      if (this.#carriedOut + this.#refused > before) failures = 0;
      await backOff(failures, FIRST_PAUSE_MS, signal);
    }
  }

  async #consume(signal: AbortSignal): Promise<void> {
    const { kafka, group = INGRESS_GROUP, maxInFlight = MAX_IN_FLIGHT } = this.options;
    const topic = { ...INGRESS_TOPIC, ...this.options.topic };
    const deadLetters = { ...DEAD_LETTER_TOPIC, ...this.options.deadLetters };
    await createTopics(kafka, [topic, deadLetters]);
    const publisher = (this.#deadLetters = await DeadLetterPublisher.open(kafka, deadLetters.topic));
    this.#failure = undefined;
    const handle = (record: IngressRecord, ending: AbortSignal) => this.#handle(record, publisher, ending);
    await consumeInGroup({ kafka, topic: topic.topic, group, maxInFlight, handle, signal });
  }

  async #handle(
    record: IngressRecord,
    deadLetters: DeadLetterPublisher,
    signal: AbortSignal,
  ): Promise<'done' | 'refused'> {
    for (let failures = 0; ; failures++) {
      signal.throwIfAborted();
      try {
        const refusal = await this.options.carryOut(record, failures + 1);
        if (refusal) await deadLetters.put(record, refusal);
        return this.#count(record, refusal);
      } catch (error) {
        this.#fail(error);
        await backOff(failures, FIRST_PAUSE_MS, signal);
      }
    }
  }

  #count(record: IngressRecord, refusal: Refusal | undefined): 'done' | 'refused' {
    this.#failure = undefined;
    if (!refusal) {
      this.#carriedOut++;
      return 'done';
    }
    this.#refused++;
    this.options.onRefusal?.(record, refusal);
    return 'refused';
  }

  /** An outage is told once, however many records wait for its end. */
  #fail(error: unknown): void {
    if (this.#stopping.signal.aborted) return;
    const failure = error instanceof Error ? error.message : String(error);
    if (this.#failure !== failure) this.options.onFailure(error);
    this.#failure = failure;
  }
}
