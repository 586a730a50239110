import { whyNotAsked, type AskedCustomer } from './asking.rules';
import { versions } from './testing/survey.fixture';

const [published] = versions;
const at = '2026-03-31T09:00:00.000Z';
const consents = (granted: boolean) => [{ purpose: 'service', channel: 'email', granted, since: at }] as const;
const address = { customerId: 'k-1', email: 'k@example.com', consents: [] };
const lately = '2026-03-01T09:00:00.001Z';

describe('whom the platform asks', () => {
  const asked = published?.content;
  if (!asked) throw new Error('there is a survey');
  const survey = { ...asked, asked: { fact: 'daysSinceRegistered', known: true } as const };
  const why = (customer: Partial<AskedCustomer>, facts = { daysSinceRegistered: 3 }) =>
    whyNotAsked(survey, { facts, address, ...customer }, at);

  it('is who is among the asked, and can be written to', () => {
    expect(why({})).toBeUndefined();
    expect(why({ address: { ...address, consents: consents(true) } })).toBeUndefined();
    expect(why({ facts: {} })).toBe('not-among-the-asked');
  });
  it('is nobody whom nobody may write to', () => {
    expect(why({ address: undefined })).toBe('no-address');
    expect(why({ address: { customerId: 'k-1', consents: [] } })).toBe('no-address');
    expect(why({ address: { ...address, consents: consents(false) } })).toBe('no-consent');
    expect(why({ address: { ...address, mergedInto: 'k-2' } })).toBe('customer-merged');
  });
  it('is nobody twice within the days of rest', () => {
    expect(why({ askedAt: lately })).toBe('asked-lately');
    expect(why({ askedAt: '2026-03-01T09:00:00.000Z' })).toBeUndefined();
    expect(
      whyNotAsked({ ...survey, restDays: 0 }, { facts: { daysSinceRegistered: 3 }, address, askedAt: at }, at),
    ).toBe(undefined);
  });
});
