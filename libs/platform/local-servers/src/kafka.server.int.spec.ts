import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Kafka, logLevel } from 'kafkajs';
import { DataFolderHeldError } from './data-folder.errors';
import { holdDataFolder } from './data-folder.hold';
import { isPortTaken } from './free-port';
import { startLocalKafka } from './kafka.server';
import { signalReaches } from './process.identity';
import { describeWithKafkaJars, describeWithOwnKafka, until } from './testing';

const LIBRARY = JSON.stringify(join(__dirname, '../dist/index.js'));
const TOPIC = 'greetings';

const clientOf = (brokers: string[]): Kafka => new Kafka({ brokers, logLevel: logLevel.NOTHING });

async function send(brokers: string[], value: string): Promise<void> {
  const admin = clientOf(brokers).admin();
  await admin.connect();
  await admin.createTopics({ waitForLeaders: true, topics: [{ topic: TOPIC, numPartitions: 2 }] });
  await admin.disconnect();
  const producer = clientOf(brokers).producer();
  await producer.connect();
  await producer.send({ topic: TOPIC, messages: [{ key: 'k', value }] });
  await producer.disconnect();
}

/** The first so many values of the topic, which has them. */
async function receive(brokers: string[], count: number): Promise<(string | undefined)[]> {
  const consumer = clientOf(brokers).consumer({ groupId: 'readers' });
  await consumer.connect();
  await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
  const values: (string | undefined)[] = [];
  await new Promise<void>((resolve) => {
    void consumer.run({
      eachMessage: async ({ message }) => {
        if (values.push(message.value?.toString()) === count) resolve();
      },
    });
  });
  await consumer.disconnect();
  return values;
}

describeWithKafkaJars('a local broker', () => {
  let dataFolder: string;

  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'tenure-kafka-'));
  });
  afterEach(() => rm(dataFolder, { recursive: true, force: true }));

  /** A process that starts a broker on the folder, says where, and then waits; and what it said. */
  async function startElsewhere(path = process.env.PATH): Promise<{ starter: ChildProcess; said: string }> {
    const code = `require(${LIBRARY}).startLocalKafka({ dataFolder: ${JSON.stringify(dataFolder)} }).then(
      ({ brokers, pid }) => { console.log(JSON.stringify({ brokers, pid })); setInterval(() => undefined, 1000); },
      ({ message }) => { console.log(message); });`;
    const starter = spawn(process.execPath, ['-e', code], {
      env: { ...process.env, PATH: path },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said = await new Promise<string>((resolve, reject) => {
      createInterface({ input: starter.stdout }).once('line', resolve);
      starter.once('close', () => reject(new Error('the process ended and said nothing')));
    });
    return { starter, said };
  }

  it('ends when its starter is killed; the next start has its data, and ends what still runs', async () => {
    const { starter, said } = await startElsewhere();
    const { brokers, pid } = JSON.parse(said) as { brokers: string[]; pid: number };
    await send(brokers, 'hello');
    starter.kill('SIGKILL');
    await until(() => !signalReaches(pid), 'the broker ends');

    const orphan = await startLocalKafka({ dataFolder });
    await rm(join(dataFolder, 'tenure.lock'));
    const broker = await startLocalKafka({ dataFolder });
    expect(signalReaches(orphan.pid)).toBe(false);
    expect(await receive(broker.brokers, 1)).toEqual(['hello']);
    await broker.stop();
    expect(await isPortTaken(broker.port)).toBe(false);
  });

  it('refuses a folder in use and a port in use with one line each', async () => {
    const hold = await holdDataFolder(dataFolder);
    await expect(startLocalKafka({ dataFolder })).rejects.toThrow(DataFolderHeldError);
    await hold.release();

    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(startLocalKafka({ dataFolder, port })).rejects.toThrow(`Port ${port} for Kafka is in use`);
    server.close();
  });

  it('says that Java is missing', async () => {
    const { said } = await startElsewhere(dataFolder);
    expect(said).toMatch(/^A local Kafka broker needs Java 17 or newer, which is not on the PATH/);
  });

  it('refuses a broken folder with one line, and lets go of it', async () => {
    await mkdir(join(dataFolder, 'data'));
    await writeFile(join(dataFolder, 'data/meta.properties'), 'version=1\nnode.id=1\n');
    await expect(startLocalKafka({ dataFolder })).rejects.toThrow(
      /^Kafka does not start on [^\n]*: cluster\.id was not found\.$/,
    );
    expect(await readdir(join(dataFolder, 'data'))).toEqual(['meta.properties']);
    await holdDataFolder(dataFolder);
  });
});

describeWithOwnKafka('a broker that is killed', (broker) => {
  it('keeps its address and what it had acknowledged', async () => {
    await send(broker().brokers, 'before');
    await broker().kill();
    await broker().restart();
    await send(broker().brokers, 'after');
    expect((await receive(broker().brokers, 2)).sort()).toEqual(['after', 'before']);
  });
});
