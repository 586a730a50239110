import type { ChurnModelContent, Logistic, Scorecard } from '@tenure/policy-contract';
import { checkContent } from './content.check';

const title = { zh: '标题', en: 'title' };
const line = (atLeast: number, points: number) => ({ when: { fact: 'daysSinceLastOrder', atLeast }, points }) as const;
const item = { itemId: 'last-order', title, lines: [line(120, 40), line(60, 20)] };
const scorecard = (items: Scorecard['items']): Scorecard => ({ method: 'scorecard', basePoints: 20, items });
const feature = {
  fact: 'orders',
  transform: 'log1p',
  absent: 0,
  mean: 1,
  deviation: 1,
  weight: -1,
} as const satisfies Logistic['features'][number];
const fitted = { from: '2010-12-01', until: '2011-09-01', customers: 10, lost: 4, logLikelihood: -3 };

const check = (fields: Partial<ChurnModelContent>) =>
  checkContent('churn-model', {
    horizonDays: 90,
    scored: { fact: 'orders', atLeast: 1 },
    bands: [
      { band: 'high', atLeast: 60 },
      { band: 'medium', atLeast: 35 },
    ],
    daily: { timeZone: 'Asia/Shanghai', hour: 3 },
    model: scorecard([item]),
    ...fields,
  });

describe('a churn model', () => {
  it('is taken where every line can count', () => expect(check({})).toBeUndefined());

  it('is taken where a fact is asked for what it is and for whether it is known', () => {
    const features = [feature, { ...feature, transform: 'known' as const }];
    expect(check({ model: { method: 'logistic', intercept: 0, features, fitted } })).toBeUndefined();
  });

  it.each<[string, string, Partial<ChurnModelContent>]>([
    [
      'policy-condition-never-holds',
      'content.scored: orders is never at least 3 and below 2',
      { scored: { fact: 'orders', atLeast: 3, below: 2 } },
    ],
    [
      'policy-bands-not-descending',
      'content.bands[1]: medium at least 60 comes after high at least 60',
      {
        bands: [
          { band: 'high', atLeast: 60 },
          { band: 'medium', atLeast: 60 },
        ],
      },
    ],
    [
      'policy-bands-not-descending',
      'content.bands[1]: high at least 30 comes after medium at least 60',
      {
        bands: [
          { band: 'medium', atLeast: 60 },
          { band: 'high', atLeast: 30 },
        ],
      },
    ],
    ['policy-item-twice', 'content.model.items[1].itemId', { model: scorecard([item, item]) }],
    [
      'policy-condition-never-holds',
      'content.model.items[0].lines[1].when: where it holds, a line before it does too',
      { model: scorecard([{ ...item, lines: [line(60, 20), line(120, 40)] }]) },
    ],
    [
      'policy-item-twice',
      'content.model.features[1]: orders stands in content.model.features[0] already',
      { model: { method: 'logistic', intercept: 0, features: [feature, feature], fitted } },
    ],
  ])('is refused by %s at %s', (code, detail, fields) => {
    const found = check(fields);
    expect(found?.code).toBe(code);
    expect(found?.detail).toContain(detail);
  });
});
