/** The platform's own folds, run by @event-driven-io/emmett-postgresql: documents in PostgreSQL, one upsert an event and key. */
import {
  getPostgreSQLEventStore,
  pongoProjection,
  rebuildPostgreSQLProjections,
} from '@event-driven-io/emmett-postgresql';

const EVENTS_PER_APPEND = 500;

/** Appends events of ours to Emmett's event store, in order; outside of what is measured, so in few and large streams. */
export async function fillEmmett(connectionString, events) {
  const store = getPostgreSQLEventStore(connectionString);
  for (let start = 0; start < events.length; start += EVENTS_PER_APPEND) {
    await store.appendToStream(`log-${start}`, events.slice(start, start + EVENTS_PER_APPEND).map(toEmmett));
  }
  await store.close();
}

/** Projects all of them, which are of `types`, and resolves when nothing is left. */
export async function projectWithEmmett(connectionString, bindings, types) {
  const consumer = rebuildPostgreSQLProjections({
    connectionString,
    projections: bindings.map((binding) => toPongo(binding, types)),
  });
  await consumer.start();
  await consumer.close();
}

const toEmmett = ({ id, stream, revision, position, recordedAt, type, data, metadata }) => ({
  type,
  data,
  metadata: { recorded: { id, stream, revision: `${revision}`, position: `${position}`, recordedAt, metadata } },
});

/** Bigints cross the JSON of the store as texts. */
function toRecorded({ type, data, metadata: { recorded } }) {
  return { ...recorded, revision: BigInt(recorded.revision), position: BigInt(recorded.position), type, data };
}

function toPongo({ projection }, types) {
  const { name, handles, keysOf, fold } = projection;
  return pongoProjection({
    name,
    canHandle: handles === 'all' ? types : handles,
    handle: async (events, { pongo }) => {
      const rows = pongo.db().collection(name.replaceAll('-', '_'));
      for (const emmettEvent of events) {
        const event = toRecorded(emmettEvent);
        for (const key of keysOf(event)) {
          await rows.handle(key, (document) => toDocument(fold(document?.row && fromJson(document.row), event, key)));
        }
      }
    },
  });
}

const toDocument = (row) => ({
  row: JSON.stringify(row, (_name, value) => (typeof value === 'bigint' ? { big: `${value}` } : value)),
});

const fromJson = (json) =>
  JSON.parse(json, (_name, value) => (typeof value?.big === 'string' ? BigInt(value.big) : value));
