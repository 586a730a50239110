import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import specification from '@asyncapi/specs/schemas/3.0.0-without-$id.json';
import { domainCommands, domainEvents, publishedProjections } from '@tenure/composition';
import { toStored } from '@tenure/event-store';
import { decodeMarker, encodeEvent, keyOf } from '@tenure/kafka';
import Ajv from 'ajv';
import { opening, startTestApi, type TestApi } from '../testing/api.fixture';
import { referencesIn } from './schema';

interface Document {
  readonly channels: Readonly<Record<string, { readonly address: string; readonly messages: object }>>;
  readonly components: {
    readonly messages: Readonly<Record<string, { readonly headers?: object; readonly payload: object }>>;
    readonly schemas: Readonly<Record<string, object>>;
  };
}

const FILE = join(__dirname, '../../../../docs/asyncapi.json');

describe('the description of the topics', () => {
  let api: TestApi;
  let served: unknown;
  let document: Document;

  beforeAll(async () => {
    api = await startTestApi();
    const answer = await fetch(`${api.url}/asyncapi.json`);
    served = await answer.json();
    // Everything below checks what is claimed here.
    document = served as Document;
  });
  afterAll(() => api.close());

  const ajv = () => new Ajv({ strict: false, validateFormats: false, allErrors: true });

  /** A checker of what a message holds, with the schemas that it refers to. */
  const checkerOf = (schema: object) =>
    ajv().compile({ ...schema, components: { schemas: document.components.schemas } });

  const messageOf = (id: string) => document.components.messages[id] ?? { payload: {} };
  const payloadOf = (id: string) => checkerOf(messageOf(id).payload);

  function rowOf(name: string, key: object): Promise<object> {
    const binding = publishedProjections.find(({ projection }) => projection.name === name);
    return api.dataSource.getRepository(binding?.entity ?? Object).findOneByOrFail(key);
  }

  it('is AsyncAPI 3.0', () => {
    const check = ajv().compile(specification);
    check(served);
    expect(check.errors ?? []).toEqual([]);
  });

  it('is the one of the documentation, which UPDATE_DESCRIPTION=1 writes', async () => {
    if (process.env.UPDATE_DESCRIPTION) await writeFile(FILE, JSON.stringify(served, undefined, 2));
    expect(JSON.parse(await readFile(FILE, 'utf8'))).toEqual(served);
  });

  it('has every topic', () =>
    expect(Object.values(document.channels).map(({ address }) => address)).toEqual([
      'tenure.events',
      'tenure.ingress',
      'tenure.ingress.dead-letter',
      ...publishedProjections.map(({ projection }) => `tenure.projection.${projection.name}`),
    ]));

  it('has every type of event and of fact, with its data', () => {
    expect(Object.keys(document.channels['events']?.messages ?? {})).toEqual([
      ...domainEvents.map(({ type }) => `events.${type}`),
      'events.marker',
    ]);
    expect(Object.keys(document.channels['ingress']?.messages ?? {})).toEqual(
      domainCommands.map(({ cloudEventType }) => `ingress.${cloudEventType}`),
    );
    const undescribed = domainEvents.filter(({ type, fields }) => {
      const schema = JSON.stringify(document.components.schemas[`${type}Data`]);
      return !Object.keys(fields).every((field) => schema.includes(`"${field}"`));
    });
    expect(undescribed).toEqual([]);
  });

  it('leads every reference to a schema', () => {
    const references = referencesIn(document);
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it('is true of a record as the relay writes it', async () => {
    await api.write('/complaints', opening('described'));
    let record: ReturnType<typeof encodeEvent> | undefined;
    for await (const resolved of api.client.readStream('complaint-described')) {
      const stored = toStored(resolved);
      if (stored) record = encodeEvent(stored, keyOf(stored), 0);
    }
    const payload = payloadOf('events.ComplaintOpened');
    const headers = checkerOf(messageOf('events.ComplaintOpened').headers ?? {});
    const value: unknown = JSON.parse(String(record?.value));
    expect([payload(value), payload.errors]).toEqual([true, null]);
    expect([headers(record?.headers), headers.errors]).toEqual([true, null]);
    expect(payload({ ...Object(value), data: { complaintId: 'described' } })).toBe(false);
    const marker = payloadOf('events.marker');
    const example = { after: null, position: '10432', events: 3 };
    expect(marker(example)).toBe(true);
    expect(decodeMarker({ value: Buffer.from(JSON.stringify(example)) })).toEqual({
      after: undefined,
      position: 10432n,
      events: 3,
    });
  });

  it('is true of a fact that is taken, and of a row that is read', async () => {
    const { occurredAt: time, ...data } = opening('fact');
    const fact = { specversion: '1.0', id: '1', source: '/shop', type: 'tenure.complaint.opened', time, data };
    const checkFact = payloadOf('ingress.tenure.complaint.opened');
    expect([checkFact(fact), checkFact.errors]).toEqual([true, null]);
    const answer = await api.request('POST', '/events', {
      body: fact,
      headers: { 'content-type': 'application/cloudevents+json' },
    });
    expect(answer.status).toBe(201);
    await api.read('/complaints/fact', { waitFor: String(answer.body['position']) });
    const row = await rowOf('complaint-queue', { complaintId: 'fact' });
    const checkRow = payloadOf('projection.complaint-queue.row');
    const asJson: unknown = JSON.parse(
      JSON.stringify(row, (_name, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)),
    );
    expect([checkRow(asJson), checkRow.errors]).toEqual([true, null]);
  });
});
