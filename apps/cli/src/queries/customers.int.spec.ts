import { usePlatform } from '../testing/used.platform';

describe('tenure customers', () => {
  const platform = usePlatform();

  beforeAll(async () => {
    for (const customerId of ['one', 'double']) {
      await platform.post('/customers', { customerId, name: `Firm ${customerId}`, fieldSource: 'web-form' });
    }
  });

  const customers = (...args: readonly string[]) => platform.run('customers', ...args);

  const decided = ['--reason', 'the same', '--by', 'anna'];

  it('merges a duplicate, leaves it out of the list, and undoes that', async () => {
    expect((await customers('merge', 'double', 'one', ...decided)).printed).toEqual(['double is merged into one.']);
    await platform.until(/double .* one$/m, 'customers');
    expect((await customers('--without-merged')).printed).toEqual([
      expect.stringMatching(/^CUSTOMER /),
      expect.stringMatching(/^one /),
    ]);
    expect((await customers('--merged-into', 'one')).printed).toEqual([
      expect.stringMatching(/^CUSTOMER /),
      expect.stringMatching(/^double /),
    ]);
    expect(await customers('merge', 'one', 'double', ...decided)).toMatchObject({
      exitCode: 1,
      noted: ['one can’t be merged: double is merged itself'],
    });
    expect((await customers('unmerge', 'double', ...decided)).printed).toEqual([
      'double is a customer of its own again.',
    ]);
    await platform.until(/double .* –$/m, 'customers');
  });

  it('notes what a customer says on being written to', async () => {
    const { printed } = await customers('consent', 'one', 'granted', '--by', 'anna');
    expect(printed).toEqual(['Consent of one to marketing by e-mail: granted.']);
    expect(await customers('consent', 'one', 'perhaps', '--by', 'anna')).toMatchObject({ exitCode: 2 });
    expect(await customers('consent', 'one', 'granted', '--purpose', 'fun', '--by', 'anna')).toMatchObject({
      exitCode: 1,
    });
    expect(await customers('consent', 'nobody', 'granted', '--by', 'anna')).toMatchObject({ exitCode: 1 });
  });

  it('still shows one', async () => expect((await customers('one')).printed.join('\n')).toMatch(/name +Firm one/));
});
