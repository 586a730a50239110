import type { Consumer, Kafka } from 'kafkajs';
import { candidateAssigner } from './candidate.assigner';

export interface CandidacyOptions {
  readonly kafka: Kafka;
  /** Has one partition: who is assigned it leads. */
  readonly topic: string;
  readonly group: string;
}

/** The least that brokers allow by default; with it a standby takes over within 10 s. */
const SESSION_TIMEOUT_MS = 6_000;
const HEARTBEAT_MS = 1_000;
const LOOK_EVERY_MS = 250;

/** Long enough to outlast the restart of a broker: whoever joins anew waits for its former self to be given up. */
const RETRY = {
  initialRetryTime: 100,
  multiplier: 2,
  maxRetryTime: 1_000,
  retries: 8,
  restartOnFailure: async () => false,
};

/**
 * Stands for election among the members of a consumer group. Being elected is no more than a good reason to begin: two
 * may think so of themselves for a while, and it is the transactional id that shuts the older one out.
 */
export class LeaderCandidacy {
  readonly #consumer: Consumer;
  #elected: { readonly as: string; readonly term: AbortController } | undefined;
  /** The group has confirmed the election since it was last made use of. */
  #confirmed = false;
  #failure: Error | undefined;
  #wake: () => void = () => undefined;

  private constructor(private readonly options: CandidacyOptions) {
    this.#consumer = options.kafka.consumer({
      groupId: options.group,
      sessionTimeout: SESSION_TIMEOUT_MS,
      rebalanceTimeout: SESSION_TIMEOUT_MS,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: LOOK_EVERY_MS,
      allowAutoTopicCreation: false,
      partitionAssigners: [candidateAssigner(() => this.#elected?.as)],
      retry: RETRY,
    });
  }

  /** Resolves as a member of the group, elected or not. */
  static async open(options: CandidacyOptions): Promise<LeaderCandidacy> {
    const candidacy = new LeaderCandidacy(options);
    try {
      await candidacy.#start();
      return candidacy;
    } catch (error) {
      await candidacy.close();
      throw error;
    }
  }

  get isElected(): boolean {
    return this.#failure === undefined && this.#elected !== undefined;
  }

  /**
   * Waits for the group to (again) confirm this candidate as the leader. What it resolves to is aborted when the lead is
   * lost. Undefined when `signal` is aborted first; rejects when the membership breaks.
   */
  async elected(signal: AbortSignal): Promise<AbortSignal | undefined> {
    const wake = () => this.#wake();
    signal.addEventListener('abort', wake);
    try {
      while (!signal.aborted) {
        if (this.#failure) throw this.#failure;
        if (this.#elected && this.#confirmed) {
          this.#confirmed = false;
          return this.#elected.term.signal;
        }
        await new Promise<void>((resolve) => (this.#wake = resolve));
      }
      return undefined;
    } finally {
      signal.removeEventListener('abort', wake);
    }
  }

  /** Leaves the group, so that another is elected at once. */
  async close(): Promise<void> {
    this.#elected?.term.abort();
    await this.#consumer.disconnect().catch(() => undefined);
  }

  async #start(): Promise<void> {
    const { GROUP_JOIN, HEARTBEAT, CRASH } = this.#consumer.events;
    this.#consumer.on(CRASH, ({ payload: { error } }) => this.#fail(error));
    this.#consumer.on(HEARTBEAT, () => this.#confirm());
    this.#consumer.on(GROUP_JOIN, ({ payload: { memberId, memberAssignment } }) => {
      this.#hear(memberId, (memberAssignment[this.options.topic] ?? []).length > 0);
    });
    await this.#consumer.connect();
    await this.#consumer.subscribe({ topic: this.options.topic });
    await this.#consumer.run({ autoCommit: false, eachBatch: async () => undefined });
    if (this.#failure) throw this.#failure;
  }

  #hear(memberId: string, isElected: boolean): void {
    if (isElected && this.#elected?.as === memberId) return this.#confirm();
    this.#elected?.term.abort();
    this.#elected = isElected ? { as: memberId, term: new AbortController() } : undefined;
    this.#confirm();
  }

  #confirm(): void {
    this.#confirmed = true;
    this.#wake();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#elected?.term.abort();
    this.#wake();
  }
}
