import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useTestEventStore } from '@tenure/embedded-event-store/testing';
import { headPosition, readHistory } from '@tenure/event-store';
import { found, startTestPostgres, until, type TestPostgres } from '@tenure/local-servers/testing';
import { noticeIdOf } from './notice.issuing';
import { NoticeInboxEntry } from './notice-inbox.entity';
import { FixedPolicies } from './testing/fixed.policies';
import { HandOverOffers, type Offer } from './testing/hand-over.offers';
import { startLoad } from './testing/history.loads';
import { startHttpReceiver, type HttpReceiver } from './testing/http.receiver';
import { runNotices, type RunningNotices } from './testing/running.notices';
import { WEBHOOK_SECRETS } from './testing/webhook.secret';

describe('notices', () => {
  const eventStore = useTestEventStore();
  const failures: unknown[] = [];
  let postgres: TestPostgres;
  let receiver: HttpReceiver;
  let mailFolder: string;
  let running: RunningNotices;
  let offers: HandOverOffers;

  beforeAll(async () => {
    postgres = await startTestPostgres();
    receiver = await startHttpReceiver();
    mailFolder = await mkdtemp(join(tmpdir(), 'tenure-notices-'));
    offers = new HandOverOffers(eventStore.client);
    running = await start();
  });
  afterAll(async () => {
    await running.close();
    await receiver.stop();
    await postgres.stop();
    await rm(mailFolder, { recursive: true });
  });
  afterEach(() => expect(failures.splice(0)).toEqual([]));

  const start = (webhookSecrets = WEBHOOK_SECRETS) =>
    runNotices({
      client: eventStore.client,
      databaseUrl: postgres.url,
      policies: new FixedPolicies([
        { personId: 'bo', name: 'Bo', language: 'en', email: 'bo@example.com' },
        { personId: 'chen', name: '陈', language: 'zh', webhook: { url: `${receiver.url}/chen`, secretName: 'desk' } },
      ]),
      mailFolder,
      webhookSecrets,
      onFailure: (error) => failures.push(error),
    });

  /** Id of the notice that the person gets of the offer. */
  async function offered(offer: Offer): Promise<string> {
    await offers.offer(offer);
    const events = await readHistory(eventStore.client, [`complaint-${offer.complaintId}`]);
    return noticeIdOf(events.at(-1)?.id ?? '', offer.to);
  }
  const inbox = (noticeId: string) =>
    running.dataSource
      .getRepository(NoticeInboxEntry)
      .findOneBy({ noticeId })
      .then((row) => row ?? undefined);
  const isEverywhere = (noticeId: string) =>
    found(async () => {
      const row = await inbox(noticeId);
      const channels = Object.values(row?.deliveries ?? {});
      return channels.length > 0 && channels.every(({ status }) => status === 'delivered') ? row : undefined;
    });
  const typesOf = async (noticeId: string) =>
    (await readHistory(eventStore.client, [`notice-${noticeId}`])).map(({ type }) => type);
  const caughtUp = async () => {
    const head = (await headPosition(eventStore.client)) ?? 0n;
    await until(() => (running.automation.position ?? -1n) >= head);
  };

  it('reach a person in the inbox and by the ways that the policy has for them', async () => {
    const [toBo, toChen, toDora] = [
      await offered({ complaintId: 'c-1', to: 'bo' }),
      await offered({ complaintId: 'c-2', to: 'chen' }),
      await offered({ complaintId: 'c-3', to: 'dora' }),
    ];
    expect((await isEverywhere(toBo)).deliveries).toMatchObject({
      inbox: { attempts: 1, reference: toBo },
      email: { attempts: 1, reference: join(mailFolder, `notice.${toBo}@example.com.eml`) },
    });
    expect((await isEverywhere(toChen)).deliveries).toMatchObject({ webhook: { reference: 'HTTP 204' } });
    expect(Object.keys((await isEverywhere(toDora)).deliveries)).toEqual(['inbox']);
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([toChen]);
    expect(await readdir(mailFolder)).toEqual([`notice.${toBo}@example.com.eml`]);
  });

  it('are tried again after a failure, when it is time', async () => {
    receiver.answers.push((response) => response.writeHead(503).end());
    const noticeId = await offered({ complaintId: 'c-4', to: 'chen' });
    const failed = await found(async () => {
      const { webhook } = (await inbox(noticeId))?.deliveries ?? {};
      return webhook?.retryAt ? webhook : undefined;
    });
    expect(failed).toMatchObject({ status: 'pending', attempts: 1, error: 'HTTP 503' });
    expect((await isEverywhere(noticeId)).deliveries.webhook).toMatchObject({ attempts: 2 });
    const { recordedAt = '' } = (await readHistory(eventStore.client, [`notice-${noticeId}`])).at(-1) ?? {};
    expect(Date.parse(recordedAt)).toBeGreaterThanOrEqual(Date.parse(failed.retryAt ?? ''));
  });

  it('wait for a secret that is not set, and go out once it is', async () => {
    await running.close();
    running = await start(new Map());
    const noticeId = await offered({ complaintId: 'c-13', to: 'chen' });
    const waiting = await found(async () => {
      const { webhook } = (await inbox(noticeId))?.deliveries ?? {};
      return webhook?.retryAt ? webhook : undefined;
    });
    expect(waiting).toMatchObject({ status: 'pending', error: 'TENURE_WEBHOOK_SECRETS has no secret named desk' });
    await running.close();
    running = await start();
    expect((await isEverywhere(noticeId)).deliveries.webhook).toMatchObject({ reference: 'HTTP 204' });
  });

  it('are given up where the address is gone', async () => {
    receiver.answers.push((response) => response.writeHead(410).end());
    const noticeId = await offered({ complaintId: 'c-5', to: 'chen' });
    const row = await found(async () => {
      const known = await inbox(noticeId);
      return known?.deliveries.webhook?.status === 'given-up' ? known : undefined;
    });
    expect(row.deliveries.webhook).toMatchObject({ attempts: 1, error: 'HTTP 410: the address is gone' });
  });

  it('tell nobody of what an import brings, nor of what happened long ago', async () => {
    const imported = await offered({ complaintId: 'c-6', to: 'bo', context: { source: 'import:helpdesk' } });
    const old = await offered({ complaintId: 'c-7', to: 'bo', at: '2013-07-29T09:00:00Z' });
    const news = await offered({ complaintId: 'c-8', to: 'bo' });
    await isEverywhere(news);
    await caughtUp();
    expect(await typesOf(imported)).toEqual([]);
    expect(await typesOf(old)).toEqual([]);
  });

  it('tell nobody of what a load that is open brings, but of what happens beside it', async () => {
    await startLoad(eventStore.client, 'load-1');
    const loaded = await offered({ complaintId: 'c-9', to: 'bo', context: { correlationId: 'load-1' } });
    await isEverywhere(await offered({ complaintId: 'c-10', to: 'bo' }));
    await caughtUp();
    expect(await typesOf(loaded)).toEqual([]);
    await running.close();
    running = await start();
    const later = await offered({ complaintId: 'c-11', to: 'bo', context: { correlationId: 'load-1' } });
    await isEverywhere(await offered({ complaintId: 'c-12', to: 'bo' }));
    expect(await typesOf(later)).toEqual([]);
  });

  it('tell nobody twice when all of the log is read again', async () => {
    await caughtUp();
    const before = await headPosition(eventStore.client);
    const posts = receiver.received.length;
    await running.close();
    const dataSource = await running.dataSource.initialize();
    await dataSource.query(`UPDATE automation_position SET position = NULL WHERE name = 'notices'`);
    await dataSource.destroy();
    running = await start();
    await caughtUp();
    const jobs = `SELECT count(*)::int AS jobs FROM tenure_timers.jobs WHERE run_at < now() + interval '1 minute'`;
    await until(async () => (await running.dataSource.query<{ jobs: number }[]>(jobs))[0]?.jobs === 0);
    expect(await headPosition(eventStore.client)).toBe(before);
    expect(receiver.received).toHaveLength(posts);
  });
});
