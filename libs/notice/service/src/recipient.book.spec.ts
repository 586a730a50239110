import type { PolicyKind, PublishedPolicy } from '@tenure/policy-contract';
import { RecipientBook } from './recipient.book';
import { FixedPolicies } from './testing/fixed.policies';

const at = (second: number) => `2026-11-20T09:00:0${second}.000Z`;

class CountedPolicies extends FixedPolicies {
  asked = 0;
  fails = false;

  override async inForce<Kind extends PolicyKind>(
    kind: Kind,
    policyId: string,
    moment: string,
  ): Promise<PublishedPolicy<Kind> | undefined> {
    this.asked++;
    if (this.fails) throw new Error('the event store is away');
    return super.inForce(kind, policyId, moment);
  }
}

describe('recipients', () => {
  const bo = { personId: 'bo', name: 'Bo', language: 'en', timeZone: 'Europe/Berlin' } as const;
  const chen = { personId: 'chen', name: '陈', language: 'zh' } as const;

  it('are who the policy says, with the time zone of all where they have none', async () => {
    const recipients = await new RecipientBook(new FixedPolicies([bo, chen])).at(at(0));
    expect(recipients.find('bo')).toEqual({ personId: 'bo', name: 'Bo', languages: ['en'], timeZone: 'Europe/Berlin' });
    expect(recipients.find('chen')).toMatchObject({ languages: ['zh'], timeZone: 'Asia/Shanghai' });
    expect(recipients.find('dora')).toEqual({
      personId: 'dora',
      name: 'dora',
      languages: ['zh', 'en'],
      timeZone: 'Asia/Shanghai',
    });
  });
  it('are customers too, by their directory, in both languages', async () => {
    const known = { customerId: 'k-1', name: 'Tea & Co', email: 'ann@tea.example', consents: [] };
    const book = new RecipientBook(new FixedPolicies([bo]), 0, {
      find: async (ids) => new Map(ids.filter((id) => id === 'k-1').map((id) => [id, known])),
    });
    const among = await book.at(at(0));
    expect(await book.find('customer/k-1', among)).toEqual({
      personId: 'customer/k-1',
      name: 'Tea & Co',
      email: 'ann@tea.example',
      languages: ['zh', 'en'],
      timeZone: 'Asia/Shanghai',
      consents: [],
    });
    expect(await book.find('customer/k-2', among)).toMatchObject({ name: 'k-2', email: undefined });
    expect(await book.find('bo', among)).toEqual(among.find('bo'));
  });
  it('are looked up anew once what is known is too old, or could not be had', async () => {
    const policies = new CountedPolicies([bo]);
    const book = new RecipientBook(policies, 1_000);
    for (const second of [0, 0, 1]) await book.at(at(second));
    expect(policies.asked).toBe(2);
    policies.fails = true;
    await expect(book.at(at(3))).rejects.toThrow('away');
    policies.fails = false;
    expect((await book.at(at(3))).find('bo').name).toBe('Bo');
    expect(policies.asked).toBe(4);
  });
});
