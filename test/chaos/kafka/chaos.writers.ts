import { jsonEvent, type EventStoreDBClient } from '@eventstore/db-client';
import type { SeededRandom } from '../seeded.random';
import { within } from '../within.limit';

const CUSTOMERS = 40;
const PAUSE_MS = 15;
/** In the round, whatever is disturbed and however slow the machine is. */
const LEAST_WRITTEN = 50;
/** The client's batch append has no deadline of its own. */
const ANSWERED_WITHIN_MS = 5_000;

/** Opens and answers complaints of some customers until told to end, and enough of them; goes on after every failure. */
export function startWriters(client: EventStoreDBClient, random: SeededRandom, round: number) {
  let isOver = false;
  let written = 0;
  const write = async (writer: number) => {
    for (let number = 0; !isOver || written < LEAST_WRITTEN; number++) {
      const key = `${round}-${writer}-${number}`;
      const customerId = `customer-${random.between(1, CUSTOMERS)}`;
      try {
        const appending = client.appendToStream(`complaint-${key}`, complaint(key, customerId), { deadline: 2_000 });
        await within('an append', appending, ANSWERED_WITHIN_MS);
        written++;
      } catch {
        // Nobody promised anything: what matters is what the log says in the end.
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  };
  const writers = [1, 2, 3, 4].map(write);
  return {
    end: async () => {
      isOver = true;
      await Promise.all(writers);
    },
  };
}

function complaint(complaintId: string, customerId: string) {
  const metadata = {
    customerId,
    commandId: `command ${complaintId}`,
    correlationId: complaintId,
    actor: 'anna',
    source: 'chaos',
    occurredAt: '2024-05-01T09:30:00+08:00',
    schemaVersion: 1,
  };
  const ofComplaint = { complaintId, customerId };
  const opened = { ...ofComplaint, channel: 'phone', subject: 'Late', owner: 'anna', openedAt: metadata.occurredAt };
  const answer = { ...ofComplaint, by: 'anna', message: 'Sorry', first: true, respondedAt: metadata.occurredAt };
  return [
    jsonEvent({ type: 'ComplaintOpened', data: opened, metadata }),
    jsonEvent({ type: 'ComplaintResponded', data: answer, metadata }),
  ];
}
