import { commandApplication, type CommandApplication } from '@tenure/composition';
import { readHistory } from '@tenure/event-store';
import { RecordVerification, type VerificationResult } from '@tenure/improvement-contract';
import { startTestApi, type TestApi } from './testing/api.fixture';
import { withDefaultPolicies } from './testing/default.policies';

const at = '2024-05-02T01:00:00Z';
const window = (from: string, until: string) => ({ from: `${from}T00:00:00+08:00`, until: `${until}T00:00:00+08:00` });
const verification = {
  metricId: 'csat',
  segment: {},
  baseline: window('2024-04-01', '2024-05-01'),
  observation: window('2024-05-10', '2024-06-10'),
  target: { atLeast: 85 },
  smallestSample: 30,
} as const;
const value = {
  metricId: 'csat',
  segment: {},
  window: verification.observation,
  asOf: '2024-06-10T00:00:00+08:00',
  n: 100,
  value: 90,
  interval: null,
  spread: { kind: 'share', successes: 90 },
} as const;
const effective: VerificationResult = {
  verdict: 'effective',
  baseline: { ...value, value: 70 },
  observed: value,
  difference: 20,
  interval: null,
  confidencePercent: 95,
  test: 'newcombe',
  targetReached: true,
  reason: { zh: '提高了', en: 'It rose' },
  policy: { policyId: 'improvement', version: 1 },
};
const refused = (status: number, code: string) => ({ status, body: { type: `urn:tenure:problem:${code}` } });

describe('what comes of a measure', () => {
  let api: TestApi;
  let commands: CommandApplication;

  beforeAll(async () => {
    api = await startTestApi();
    api.time.now = '2024-06-12T00:00:00.000Z';
    await withDefaultPolicies(api.client);
    commands = await commandApplication(api.client);
    const title = { zh: '延迟', en: 'Late' };
    const by = { by: 'wang', occurredAt: at };
    await api.write('/problems', { problemId: 'late', title, scope: { themeId: 'late-delivery' }, since: at, ...by });
    const why = { whyId: 'w-1', answer: 'so', category: 'process', root: true, evidence: [] };
    await api.write('/problems/late/whys', { ...why, ...by });
    const announcement = { content: title, effectiveOn: '2024-06-01', value: title };
    const about = { problemId: 'late', content: 'Carrier', causes: ['w-1'], owner: 'anna', resources: 'two' };
    const days = { startsOn: '2024-05-03', dueOn: '2024-05-31', acceptance: 'in time', verification, announcement };
    const waitFor = await api.write('/measures', { measureId: 'm-1', ...about, ...days, ...by });
    const { digest } = (await api.read('/measures/m-1', { waitFor })).body;
    await api.write('/measures/m-1/commitment', { digest, by: 'anna', occurredAt: at });
    await api.write('/measures/m-1/start', { by: 'anna', occurredAt: at });
  });
  afterAll(async () => {
    await commands.close();
    await api.close();
  });

  const affected = (complaintId: string, customerId: string) =>
    api.dataSource.query(
      `INSERT INTO problem_case (problem_id, complaint_id, customer_id, at, belongs_from, by_person)
       VALUES ('late', $1, $2, $3, $3, true)`,
      [complaintId, customerId, at],
    );
  const told = async () => {
    const events = await readHistory(api.client, ['measure-m-1']);
    return events.flatMap(({ type, data }) =>
      type === 'MeasureAnnounced' ? [String(Reflect.get(Object(data), 'customerIds'))] : [],
    );
  };
  const post = (path: string, body: object) => api.request('POST', path, { body });

  it('reaches customers whose complaints led to it before it takes effect, each once', async () => {
    const announcing = { by: 'anna', occurredAt: '2024-05-20T00:00:00Z' };
    expect(await post('/measures/m-1/announcement', announcing)).toMatchObject(refused(409, 'measure-nobody-affected'));
    await affected('c-1', 'k-1');
    await affected('c-2', 'k-2');
    await affected('c-3', 'k-1');
    const late = { ...announcing, occurredAt: '2024-05-31T16:00:00Z' };
    expect(await post('/measures/m-1/announcement', late)).toMatchObject(refused(409, 'measure-announced-too-late'));
    expect(await post('/measures/m-1/announcement', announcing)).toMatchObject({ status: 201 });
    expect(await post('/measures/m-1/announcement', announcing)).toMatchObject({ status: 200 });
    await affected('c-4', 'k-3');
    const waitFor = await api.write('/measures/m-1/announcement', announcing);
    expect(await told()).toEqual(['k-1,k-2', 'k-3']);
    expect((await api.read('/measures/m-1', { waitFor })).body).toMatchObject({ announcedTo: 3 });
    const chosen = await post('/measures/m-1/announcement', { ...announcing, customerIds: ['k-9'] });
    expect(chosen).toMatchObject({ status: 422, body: { errors: [{ path: 'customerIds' }] } });
  });

  it('is the draft of a standard once it was effective, which says so', async () => {
    const wanted = { policyId: 'service-standard', kind: 'service-standard', by: 'wang' };
    expect(await post('/measures/m-1/standard', wanted)).toMatchObject(refused(409, 'measure-not-effective'));
    const found = { measureId: 'm-1', result: effective, occurredAt: '2024-06-10T00:00:00+08:00' };
    const context = { commandId: 'verify', correlationId: 'verify', actor: 'test', source: 'test' };
    await commands.sender.send(Object.assign(new RecordVerification(), found), context);
    const unknown = { ...wanted, policyId: 'nothing' };
    expect(await post('/measures/m-1/standard', unknown)).toMatchObject(refused(404, 'measure-standard-unknown'));
    const flawed = await post('/measures/m-1/standard', { ...wanted, content: { tiers: 7 } });
    expect(flawed).toMatchObject({ status: 422, body: { errors: [{ path: 'content.defaultTier' }] } });

    const waitFor = await api.write('/measures/m-1/standard', wanted);
    expect((await api.read('/measures/m-1', { waitFor })).body).toMatchObject({
      standards: [{ policyId: 'service-standard', version: 2 }],
    });
    const policy = await api.read('/policies/service-standard', { waitFor });
    expect(policy.body['draft']).toMatchObject({
      version: 2,
      by: 'wang',
      description: {
        en: expect.stringMatching(/^By measure m-1 \(Carrier\) against problem late, verified .*: It rose\n/),
      },
    });
    expect(await post('/measures/m-1/standard', wanted)).toMatchObject({ status: 200 });
  });

  it('does not write over what somebody else has drafted', async () => {
    const [newest] = await commands.policies.versions('remedy', 'remedy');
    const { kind, title, content } = newest ?? fail();
    await api.write('/policies/remedy/drafts', { version: 2, kind, title, content, by: 'li' });
    const wanted = { policyId: 'remedy', kind: 'remedy', by: 'wang' };
    expect(await post('/measures/m-1/standard', wanted)).toMatchObject(refused(409, 'measure-standard-has-draft'));
  });
});
