// Follows every event that Tenure records, in the order of each customer, and goes on where its group ended.
//   node docs/examples/consume-events.mjs 127.0.0.1:9092 my-group
import { Kafka, logLevel } from 'kafkajs';

const [brokers = '127.0.0.1:9092', groupId = 'example', topic = 'tenure.events'] = process.argv.slice(2);
const kafka = new Kafka({ clientId: groupId, brokers: brokers.split(','), logLevel: logLevel.ERROR });

// Only what is committed: a relay that fails half-way through a batch leaves none of it to be seen.
const consumer = kafka.consumer({ groupId, readUncommitted: false });

/** By partition: position of the last event that was handled. After a fault records may come again. */
const handled = new Map();

/** The work. kafkajs commits the offset after it, so make it safe to repeat: `event.id` is always the same. */
async function handle(event) {
  console.log(`${event.position} ${event.customerid ?? event.stream} ${event.type} ${JSON.stringify(event.data)}`);
}

await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await consumer.run({
  eachMessage: async ({ partition, message: { headers, value } }) => {
    // Markers say how far the partition is complete; readers that merge partitions need them.
    if (headers?.kind?.toString() !== 'event') return;
    const position = BigInt(headers.position.toString());
    if (position <= (handled.get(partition) ?? -1n)) return;
    await handle(JSON.parse(value.toString()));
    handled.set(partition, position);
  },
});

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => consumer.disconnect());
