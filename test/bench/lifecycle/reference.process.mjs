/**
 * `reference.process.mjs KIND EVENT_STORE_URL DATABASE_URL TYPE…`: a reference in a process of its own, as what is measured
 * against it has one; tells how many seconds it took.
 */
import { projectBare, projectBehaviour } from './bare.projection.mjs';
import { ClientFeed } from './client.feed.mjs';
import { clockOfParent } from './clocked.process.mjs';

const [kind, eventStoreUrl, databaseUrl, ...types] = process.argv.slice(2);
const REFERENCES = {
  bare: (urls) => projectBare(urls, types),
  client: (urls) => projectBare(urls, types, (connected) => new ClientFeed(connected)),
  behaviour: projectBehaviour,
};
const { begun, tell } = await clockOfParent();
begun();
tell({ seconds: await REFERENCES[kind]({ eventStoreUrl, databaseUrl }) });
