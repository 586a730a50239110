import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useTestEventStore } from '@tenure/embedded-event-store/testing';
import { readHistory } from '@tenure/event-store';
import { startTestPostgres, until, type TestPostgres } from '@tenure/local-servers/testing';
import { noticeIdOf } from './notice.issuing';
import { HandOverOffers } from './testing/hand-over.offers';
import { startHttpReceiver, type HttpReceiver } from './testing/http.receiver';

/** Compiled, as other processes run it. */
const PROGRAM = join(__dirname, '../dist/testing/notices.process.js');
const OFFERS = 12;
const UNANSWERED = 4;

describe('notices of a process that is killed', () => {
  const eventStore = useTestEventStore();
  let postgres: TestPostgres;
  let receiver: HttpReceiver;
  let mailFolder: string;
  let child: ChildProcess | undefined;
  const failures: string[] = [];

  beforeAll(async () => {
    postgres = await startTestPostgres();
    receiver = await startHttpReceiver();
    mailFolder = await mkdtemp(join(tmpdir(), 'tenure-notices-'));
  });
  afterAll(async () => {
    await kill();
    await receiver.stop();
    await postgres.stop();
    await rm(mailFolder, { recursive: true });
  });

  function start(): void {
    const addresses = [eventStore.connectionString, postgres.url, mailFolder, receiver.url];
    const started = spawn(process.execPath, [PROGRAM, ...addresses], { stdio: ['ignore', 'ignore', 'pipe'] });
    child = started;
    started.stderr.on('data', (chunk: Buffer) => failures.push(chunk.toString('utf8')));
  }

  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async function offer(complaintId: string): Promise<string> {
    await new HandOverOffers(eventStore.client).offer({ complaintId, to: 'bo' });
    const events = await readHistory(eventStore.client, [`complaint-${complaintId}`]);
    return noticeIdOf(events.at(-1)?.id ?? '', 'bo');
  }

  const historyOf = async (noticeId: string): Promise<string[]> => {
    const events = await readHistory(eventStore.client, [`notice-${noticeId}`]);
    return events
      .map(({ type, data }) => `${type} ${String(Reflect.get(Object(data), 'channel') ?? '')}`.trim())
      .sort();
  };
  const TOLD_ONCE = ['NoticeDelivered email', 'NoticeDelivered inbox', 'NoticeDelivered webhook', 'NoticeIssued'];

  it('are each delivered, and recorded once, however often it is killed between a delivery and its record', async () => {
    const notices: string[] = [];
    for (let number = 1; number <= OFFERS; number++) notices.push(await offer(`c-${number}`));
    for (let kills = 1; kills <= 2; kills++) {
      const before = receiver.received.length;
      for (let count = 0; count < UNANSWERED; count++) receiver.answers.push(() => undefined);
      start();
      await until(() => receiver.received.length >= before + UNANSWERED);
      await kill();
      receiver.answers.length = 0;
    }
    start();
    for (const noticeId of notices) await until(async () => (await historyOf(noticeId)).length >= TOLD_ONCE.length);
    for (const noticeId of notices) expect(await historyOf(noticeId)).toEqual(TOLD_ONCE);
    const posted = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect([...new Set(posted)].sort()).toEqual(notices.toSorted());
    expect(posted.length).toBeGreaterThanOrEqual(notices.length + UNANSWERED);
    expect(await readdir(mailFolder)).toHaveLength(notices.length);
    expect(failures).toEqual([]);
  });
});
