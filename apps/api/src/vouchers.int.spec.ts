import { startTestApi, type TestApi } from './testing/api.fixture';

const issuedAt = '2024-04-01T09:00:00Z';
const validUntil = '2024-06-01T00:00:00Z';
const issuing = (voucherId: string, fields: object = {}) => ({
  voucherId,
  customerId: 'k-1',
  value: { amountMinor: 5_000, currency: 'CNY' },
  validUntil,
  cause: 'spring fair',
  by: 'anna',
  occurredAt: issuedAt,
  ...fields,
});
const worth = (amountMinor: number, currency = 'CNY') => ({ amountMinor, currency });

describe('vouchers over HTTP', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
    api.time.now = validUntil;
  });
  afterAll(() => api.close());

  const issue = (voucherId: string, fields: object = {}) => api.write('/vouchers', issuing(voucherId, fields));
  const codeOf = async (voucherId: string, waitFor: string) =>
    String((await api.read(`/vouchers/${voucherId}`, { waitFor })).body['code']);
  const redeem = (voucherId: string, fields: object) => {
    const usual = { customerId: 'k-1', purchaseId: 'p-1', worth: worth(5_000), by: 'bo' };
    const body = { ...usual, occurredAt: '2024-05-01T00:00:00Z', ...fields };
    return api.request('POST', `/vouchers/${voucherId}/redemption`, { body });
  };
  const problem = (code: string) => ({ body: { type: `urn:tenure:problem:${code}` } });

  it('are issued under a code that nobody could have guessed, once', async () => {
    const code = await codeOf('v-1', await issue('v-1'));
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(await codeOf('v-2', await issue('v-2'))).not.toBe(code);
    expect(await api.request('POST', '/vouchers', { body: issuing('v-1') })).toMatchObject({ status: 200 });
    const other = issuing('v-1', { value: { percent: 10 } });
    expect(await api.request('POST', '/vouchers', { body: other })).toMatchObject({
      status: 409,
      ...problem('voucher-already-issued-differently'),
    });
  });

  it.each([
    [{ percent: 0 }],
    [{ percent: 10.5 }],
    [{ percent: 101 }],
    [{ percent: 10, currency: 'CNY' }],
    [{ amountMinor: 5_000 }],
    [{ amountMinor: 0, currency: 'CNY' }],
    [{ amountMinor: 5_000, currency: 'YUAN' }],
    [{ amountMinor: 5_000, currency: 'CNY', percent: 5 }],
    ['5000 CNY'],
    [[5]],
    [null],
  ])('are not issued over %j', async (value) =>
    expect(await api.request('POST', '/vouchers', { body: issuing('v-bad', { value }) })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'value' }] },
    }),
  );

  it('are redeemed once, by who has the code', async () => {
    const code = await codeOf('v-3', await issue('v-3'));
    expect(await redeem('v-3', { code: 'AAAA-BBBB-CCCC-DDDD' })).toMatchObject({
      status: 403,
      ...problem('voucher-code-wrong'),
    });
    expect(await redeem('v-3', { code, customerId: 'k-2' })).toMatchObject({
      status: 403,
      ...problem('voucher-of-another-customer'),
    });
    expect(await redeem('v-3', { code, worth: worth(5_001) })).toMatchObject(problem('voucher-worth-too-much'));
    expect(await redeem('v-3', { code, worth: worth(1, 'EUR') })).toMatchObject(problem('voucher-in-another-currency'));
    expect(await redeem('v-3', { code, occurredAt: validUntil })).toMatchObject({
      status: 409,
      ...problem('voucher-expired'),
    });
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const done = await redeem('v-3', { code: typed, worth: worth(4_200) });
    expect(done).toMatchObject({ status: 201 });
    expect(await redeem('v-3', { code, worth: worth(4_200) })).toMatchObject({ status: 200 });
    expect(await redeem('v-3', { code, purchaseId: 'p-2' })).toMatchObject({
      status: 409,
      ...problem('voucher-already-redeemed'),
    });
    const waitFor = String(done.body['position']);
    expect((await api.read('/vouchers', { code: typed, waitFor })).body['items']).toMatchObject([
      { voucherId: 'v-3', status: 'redeemed', purchaseId: 'p-1', worthMinor: 4_200, endedBy: 'bo' },
    ]);
    expect(await redeem('v-none', { code })).toMatchObject({ status: 404, ...problem('voucher-not-found') });
  });

  it('are withdrawn while they are open', async () => {
    const code = await codeOf('v-4', await issue('v-4'));
    const withdrawal = { reason: 'sent twice', by: 'anna', occurredAt: '2024-05-01T00:00:00Z' };
    await api.write('/vouchers/v-4/withdrawal', withdrawal);
    expect(await redeem('v-4', { code })).toMatchObject({ status: 409, ...problem('voucher-withdrawn') });
    expect(await api.request('POST', '/vouchers/v-3/withdrawal', { body: withdrawal })).toMatchObject(
      problem('voucher-already-redeemed'),
    );
  });

  it('have a ledger that adds up', async () => {
    const cause = 'autumn fair';
    for (const id of ['l-1', 'l-2', 'l-3']) await issue(id, { cause });
    for (const [id, percent] of Object.entries({ 'l-4': 10, 'l-5': 10, 'l-6': 25 })) {
      await issue(id, { cause, value: { percent } });
    }
    const waitFor = await issue('l-7', { cause, value: worth(900, 'EUR') });
    await redeem('l-1', { code: await codeOf('l-1', waitFor), worth: worth(3_000) });
    const share = { code: await codeOf('l-4', waitFor), worth: worth(101, 'GBP'), purchaseTotal: worth(1_005, 'GBP') };
    expect(await redeem('l-4', share)).toMatchObject({ status: 201 });
    const withdrawal = { reason: 'a mistake', by: 'anna', occurredAt: '2024-05-01T00:00:00Z' };
    const last = await api.write('/vouchers/l-6/withdrawal', withdrawal);

    const { body } = await api.read('/vouchers/totals', { cause, waitFor: last });
    const none = { vouchers: 0, amountMinor: 0 };
    expect(Object.values(body)).toEqual([
      {
        currency: 'CNY',
        percent: null,
        issued: { vouchers: 3, amountMinor: 15_000 },
        open: { vouchers: 2, amountMinor: 10_000 },
        redeemed: { vouchers: 1, amountMinor: 5_000 },
        expired: none,
        withdrawn: none,
        takenOff: { CNY: 3_000 },
      },
      expect.objectContaining({ currency: 'EUR', issued: { vouchers: 1, amountMinor: 900 }, takenOff: {} }),
      expect.objectContaining({
        percent: 10,
        issued: { vouchers: 2, amountMinor: 0 },
        redeemed: { vouchers: 1, amountMinor: 0 },
        takenOff: { GBP: 101 },
      }),
      expect.objectContaining({ percent: 25, withdrawn: { vouchers: 1, amountMinor: 0 } }),
    ]);
  });

  it('are listed by page, and handed out as a table', async () => {
    const filter = { cause: 'autumn fair', limit: '5' };
    const first = await api.read('/vouchers', filter);
    expect(first.body['items']).toHaveLength(5);
    const rest = await api.read('/vouchers', { ...filter, cursor: String(first.body['next']) });
    expect(rest.body['items']).toMatchObject([{ voucherId: 'l-2' }, { voucherId: 'l-1' }]);
    const query = new URLSearchParams({ cause: 'autumn fair', status: 'redeemed', language: 'en', format: 'csv' });
    const table = await fetch(`${api.url}/vouchers/table?${query.toString()}`);
    const [header, ...lines] = (await table.text()).trim().split(/\r?\n/);
    expect(header).toMatch(/Voucher,Customer,Code,Status,Value/);
    expect(lines).toEqual([
      expect.stringMatching(/^l-4,k-1,[^,]{19},Redeemed,10%,autumn fair,anna,.*,p-1,GBP 1\.01/),
      expect.stringMatching(/^l-1,.*,Redeemed,CNY 50\.00,.*,p-1,CNY 30\.00/),
    ]);
  });

  it('come as CloudEvents too, but promises and expiry do not', async () => {
    const envelope = { specversion: '1.0', id: 'e-1', source: 'shop', type: 'tenure.voucher.issued', time: issuedAt };
    const { occurredAt: _, ...data } = issuing('v-5');
    const headers = { 'content-type': 'application/cloudevents+json' };
    const taken = await api.request('POST', '/events', { body: { ...envelope, data }, headers });
    expect(taken.status).toBe(201);
    const expiring = { ...envelope, id: 'e-2', type: 'tenure.voucher.expired', data: { voucherId: 'v-5' } };
    expect((await api.request('POST', '/events', { body: expiring, headers })).status).toBeGreaterThanOrEqual(400);
  });
});
