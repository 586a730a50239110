import { usePlatform } from '../testing/used.platform';

describe('tenure contacts', () => {
  const platform = usePlatform();

  beforeAll(async () => {
    // Whatever is left of a quarter counts, so that this does not depend on the day on which it runs.
    const visits = { tier: 'A', contacts: [{ kind: 'visit', every: { unit: 'quarter', count: 1 } }] };
    const content = { timeZone: 'Asia/Shanghai', plans: [visits] };
    const title = { zh: '联系计划', en: 'Contact plan' };
    await platform.post('/policies/contact-plan/drafts', {
      kind: 'contact-plan',
      version: 2,
      title,
      content,
      by: 'li',
    });
    const effectiveFrom = new Date(Date.now() - 60_000).toISOString();
    await platform.post('/policies/contact-plan/publish', { version: 2, effectiveFrom, by: 'li' });
    for (const customerId of ['k-1', 'k-2']) {
      const override = { tier: 'A', by: 'li', reason: 'strategic', until: '2190-01-01T00:00:00Z' };
      await platform.post(`/customers/${customerId}/tier/override`, override);
    }
  });

  async function contacts(...args: readonly string[]): Promise<readonly string[]> {
    const { exitCode, printed } = await platform.run('contacts', ...args);
    expect(exitCode).toBe(0);
    return printed;
  }

  const listed = (lines: number, ...args: readonly string[]) =>
    platform.until(({ length }) => length === lines, 'contacts', ...args);

  it('shows what is to be done, and what was', async () => {
    expect(await listed(3)).toEqual([
      expect.stringMatching(/^DUE BY +CUSTOMER +TIER +CONTACT +STATUS +BY +DONE$/),
      expect.stringMatching(/^\d{4}-\S+Z +k-1 +A +visit-\d{4}-Q\d +open +– +–$/),
      expect.stringMatching(/ k-2 +A +visit-/),
    ]);
    await platform.post('/customers/k-1/contacts', { kind: 'visit', by: 'anna' });
    expect(await listed(2, 'k-1', '--status', 'done')).toEqual([
      expect.anything(),
      expect.stringMatching(/ k-1 +A +visit-\S+ +done +anna +\d{4}-\S+Z$/),
    ]);
    expect(await listed(2)).toEqual([expect.anything(), expect.stringMatching(/ k-2 .* open /)]);
    expect(await contacts('--kind', 'call')).toHaveLength(1);
  });
});
