import { readHistory } from '@tenure/event-store';
import { AnnounceMeasure } from '@tenure/improvement-contract';
import { until } from '@tenure/local-servers/testing';
import { IMPROVEMENT_WITHIN_DAYS } from './testing/improvement.content';
import { CUSTOMERS, useKilledSending } from './testing/killed.sending';
import { openProblem, startMeasure } from './testing/started.measures';

/** So few that all that is due of them is acted on together: where it is killed, none of it is noted. */
const NUMBERS = Array.from({ length: 12 }, (_, index) => index);
const OWNERS = NUMBERS.map((number) => `owner-${number}`);

/** In their order; what leads to them, verification and solution, is recorded in the same round, and is not noted either. */
const COMMANDS = ['MarkMeasureOverdue', 'PrioritiseProblem', 'RecordRegression', 'ReopenProblemAfterMeasure'];

describe('improvement of a process that is killed', () => {
  const sending = useKilledSending('improvement');

  async function start(): Promise<void> {
    const { fixture } = sending;
    const people = OWNERS.map((personId) => ({
      personId,
      name: personId,
      language: 'en',
      email: `${personId}@example.com`,
    }));
    await fixture.publish('recipients', { people }, 'recipients');
    await fixture.publish('improvement', IMPROVEMENT_WITHIN_DAYS, 'improvement');
    const [at, effectiveOn] = [fixture.now(), fixture.after(10).slice(0, 10)];
    for (const [number, owner] of OWNERS.entries()) {
      const problemId = `p-${number}`;
      await openProblem(fixture, problemId, at);
      await startMeasure(fixture, { measureId: `m-${number}`, problemId, owner, at, dueInDays: 20, effectiveOn });
    }
  }

  async function killedAfter(command: string): Promise<void> {
    const program = await sending.run(command);
    expect(await program.gone()).toBe('SIGKILL');
  }

  /** Whoever announced it asks again, as no answer came. */
  async function announce(attempt: number): Promise<void> {
    const announcing = { measureId: 'm-0', by: 'wang', customerIds: CUSTOMERS, occurredAt: sending.fixture.now() };
    await sending.fixture.sendOwn(Object.assign(new AnnounceMeasure(), announcing), `announce:${attempt}`);
  }

  async function told(): Promise<number> {
    return (await sending.fixture.since(0n)).filter(({ type }) => type === 'NoticeIssued').length;
  }

  const typesOf = async (stream: string) =>
    (await readHistory(sending.fixture.client, [stream])).map(({ type }) => type);

  async function isNothingDue(): Promise<boolean> {
    const { dataSource, now } = sending.fixture;
    const [row]: { dues: number }[] = await dataSource.query(
      `SELECT count(*)::int AS dues FROM improvement_due WHERE look_at <= $1 AND kind <> 'touched-problems'`,
      [now()],
    );
    return row?.dues === 0;
  }

  it('records and tells each thing once: killed between recorded and noted, and between told and sent', async () => {
    await start();
    sending.fixture.putForward(75);
    for (const command of COMMANDS) await killedAfter(command);
    await announce(1);
    await killedAfter('IssueNotice');
    await announce(2);
    await sending.killUnsent(told, [...CUSTOMERS, ...OWNERS]);

    const problems = () => Promise.all(NUMBERS.map((number) => typesOf(`problem-p-${number}`)));
    await until(async () => (await problems()).every((types) => types.includes('ProblemReopened')), 'all are reopened');
    await until(isNothingDue, 'nothing is due');
    expect(await told()).toBe(CUSTOMERS.length + OWNERS.length);
    for (const types of await problems()) {
      expect(types).toEqual(['ProblemOpened', 'WhyAnswered', 'ProblemPrioritised', 'ProblemSolved', 'ProblemReopened']);
    }
    const started = ['MeasurePlanned', 'MeasureCommitted', 'MeasureStarted'];
    for (const number of NUMBERS) {
      const types = (await typesOf(`measure-m-${number}`)).filter((type) => type !== 'MeasureAnnounced');
      expect(types).toEqual([...started, 'MeasureOverdue', 'MeasureVerified', 'MeasureRegressed']);
    }
  }, 240_000);
});
