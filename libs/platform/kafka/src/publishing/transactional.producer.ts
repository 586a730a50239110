import type { Kafka, Producer } from 'kafkajs';

/** How long a transaction of a publisher that is gone may hold readers up where nobody takes its place. */
const TRANSACTION_TIMEOUT_MS = 15_000;
/** The broker says "concurrent transactions" for the millisecond in which it still writes the end of the last one. */
const RETRY = { initialRetryTime: 3, multiplier: 2, maxRetryTime: 500, retries: 8 };

/**
 * Shuts every earlier producer of this id out and ends what it left open; then has `make` look at what Kafka holds. The
 * producer is the made one's to disconnect, and disconnected where making it fails.
 */
export async function openTransactional<T>(
  kafka: Kafka,
  transactionalId: string,
  make: (producer: Producer) => Promise<T>,
): Promise<T> {
  const producer = kafka.producer({
    transactionalId,
    idempotent: true,
    maxInFlightRequests: 1,
    transactionTimeout: TRANSACTION_TIMEOUT_MS,
    allowAutoTopicCreation: false,
    retry: RETRY,
  });
  try {
    await producer.connect();
    // kafkajs makes itself known to the coordinator, and so shuts others out, with its first transaction.
    await (await producer.transaction()).abort();
    return await make(producer);
  } catch (error) {
    await producer.disconnect().catch(() => undefined);
    throw error;
  }
}
