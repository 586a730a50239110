import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usePlatform } from '../testing/used.platform';

describe('tenure vouchers', () => {
  const platform = usePlatform();

  const vouchers = (...args: readonly string[]) => platform.run('vouchers', ...args);

  const usual = ['--until', '2190-01-01T00:00:00+08:00', '--for', 'spring fair', '--by', 'anna'];
  const bought = ['--shown-by', 'k-1', '--purchase', 'o-1', '--currency', 'CNY', '--by', 'bo'];

  it('issues one and redeems it by its code, once', async () => {
    const { printed } = await vouchers(
      'issue',
      'k-1',
      '--amount',
      '5000',
      '--currency',
      'CNY',
      '--id',
      'v-1',
      ...usual,
    );
    expect(printed).toEqual([expect.stringMatching(/^Voucher v-1 with the code \S{19}\.$/)]);
    const code = /code (\S{19})/.exec(printed.join())?.[1] ?? '';
    const wrong = await vouchers('redeem', code, ...bought, '--worth', '5001');
    expect(wrong).toMatchObject({ exitCode: 1, noted: [expect.stringContaining('CNY 50.00 at the most')] });
    const redeemed = await vouchers('redeem', code.toLowerCase(), ...bought, '--worth', '4200');
    expect(redeemed.printed).toEqual(['Voucher v-1 is redeemed for o-1.']);
    expect(await vouchers('redeem', code, ...bought, '--worth', '1')).toMatchObject({ exitCode: 1 });
    expect(await vouchers('redeem', 'AAAA-AAAA', ...bought, '--worth', '1')).toMatchObject({
      exitCode: 1,
      noted: ['No voucher has the code AAAA-AAAA'],
    });
  });

  it('shows the ledger, its totals and a file of it', async () => {
    await vouchers('issue', 'k-2', '--percent', '10', '--id', 'v-2', ...usual);
    await vouchers('issue', 'k-2', '--percent', '10', '--id', 'v-3', ...usual);
    expect((await vouchers('withdraw', 'v-3', '--reason', 'twice', '--by', 'anna')).printed).toEqual([
      'Voucher v-3 is withdrawn.',
    ]);
    const listed = await platform.until(/withdrawn/, 'vouchers', '--customer', 'k-2');
    expect(listed).toEqual([
      expect.stringMatching(/^VOUCHER +CUSTOMER +CODE +VALUE +STATUS +VALID UNTIL +ENDED +PURCHASE +TAKEN OFF$/),
      expect.stringMatching(/^v-3 +k-2 +\S{19} +10% +withdrawn +2189-12-31T16:00:00.000Z/),
      expect.stringMatching(/^v-2 +k-2 +\S{19} +10% +open /),
    ]);
    expect((await vouchers('totals')).printed).toEqual([
      expect.stringMatching(/^VOUCHERS +ISSUED +OPEN +REDEEMED +EXPIRED +WITHDRAWN +TAKEN OFF$/),
      expect.stringMatching(/^CNY +1 \(CNY 50\.00\) +0 \(CNY 0\.00\) +1 \(CNY 50\.00\) .* CNY 42\.00$/),
      expect.stringMatching(/^10% +2 +1 +0 +0 +1 +–$/),
    ]);
    expect((await vouchers('show', 'v-1')).printed.join('\n')).toMatch(/purchaseId +o-1/);
    const file = join(platform.dataDir, 'vouchers.csv');
    await vouchers('--csv', file, '--language', 'en', '--status', 'redeemed');
    expect(await readFile(file, 'utf8')).toMatch(/Voucher,Customer,Code[^\n]*\n?.*v-1,k-1,/s);
  });

  it('is told what is wrong', async () => {
    expect(await vouchers('issue', 'k-1', '--percent', 'ten', ...usual)).toMatchObject({ exitCode: 2 });
    expect(await vouchers('issue', 'k-1', '--percent', '10', '--amount', '5', ...usual)).toMatchObject({ exitCode: 1 });
    expect(await vouchers('withdraw', 'v-none', '--reason', 'x', '--by', 'anna')).toMatchObject({ exitCode: 1 });
    expect(await vouchers('show', 'v-none')).toMatchObject({ exitCode: 1 });
  });
});
