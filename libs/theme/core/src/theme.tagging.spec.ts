import * as fc from 'fast-check';
import type { ThemesContent } from '@tenure/policy-contract';
import { folded } from './text.folding';
import { compileThemes, stepsOf } from './theme.rules';
import { themeIdsOf, themesOf, type TextToTag } from './theme.tagging';

const content: ThemesContent = {
  steps: [
    { stepId: 'delivery', title: { zh: '交付', en: 'Delivery' } },
    { stepId: 'handling', title: { zh: '处理', en: 'Handling' } },
  ],
  themes: [
    {
      themeId: 'late',
      title: { zh: '交付延迟', en: 'Late delivery' },
      step: 'delivery',
      anyOf: [{ all: ['delivery', 'late'] }, { all: ['发货慢'] }, { all: ['délai'] }],
      unless: ['not late'],
    },
    {
      themeId: 'rude',
      title: { zh: '态度', en: 'Attitude' },
      step: 'handling',
      anyOf: [{ all: ['rude'] }, { all: ["didn't listen"] }],
      labels: ['Staff Attitude'],
    },
    { themeId: 'fee', title: { zh: '费用', en: 'Fees' }, anyOf: [{ all: ['fee'] }] },
  ],
};
const rules = compileThemes(content);
const idsOf = (text: Partial<TextToTag> | string): readonly string[] => {
  const toTag: TextToTag = {
    parts: typeof text === 'string' ? [{ place: 'subject', text }] : (text.parts ?? []),
    labels: typeof text === 'string' ? [] : (text.labels ?? []),
  };
  const themeIds = themeIdsOf(rules, toTag);
  expect(themesOf(rules, toTag).map(({ themeId }) => themeId)).toEqual(themeIds);
  return themeIds;
};

describe('the themes of a text', () => {
  it('are found by words, whatever their case, width, accents and apostrophes', () => {
    expect(idsOf('The DELIVERY was   Late')).toEqual(['late']);
    expect(idsOf('ＲＵＤＥ clerk')).toEqual(['rude']);
    expect(idsOf('le delai est long')).toEqual(['late']);
    expect(idsOf('They didn’t listen')).toEqual(['rude']);
    expect(idsOf('发货慢，而且 rude')).toEqual(['late', 'rude']);
    expect(idsOf('我的fee太高')).toEqual(['fee']);
  });

  it('are not found within a word, by a part of a group, or where a word speaks against them', () => {
    expect(idsOf('coffee is crude')).toEqual([]);
    expect(idsOf('delivery')).toEqual([]);
    expect(idsOf('delivery was not late')).toEqual([]);
    expect(idsOf('fees, refeed')).toEqual(['fee']);
    expect(idsOf('')).toEqual([]);
  });

  it('are found by labels of their own, and fall to steps', () => {
    expect(idsOf({ labels: ['staff attitude'] })).toEqual(['rude']);
    expect(idsOf({ labels: ['attitude'] })).toEqual([]);
    expect(stepsOf(rules, ['late', 'rude', 'fee'])).toEqual(['delivery', 'handling']);
  });

  it('are given with the words, where these stand, and the labels', () => {
    const parts = [
      { place: 'subject', text: 'Delivery' },
      { place: 'description', text: 'It was late, and the driver rude.' },
    ];
    expect(themesOf(rules, { parts, labels: ['Staff attitude'] })).toEqual([
      {
        themeId: 'late',
        because: [
          {
            kind: 'words',
            words: [
              { word: 'delivery', place: 'subject' },
              { word: 'late', place: 'description' },
            ],
          },
        ],
      },
      {
        themeId: 'rude',
        because: [
          { kind: 'words', words: [{ word: 'rude', place: 'description' }] },
          { kind: 'label', label: 'Staff attitude' },
        ],
      },
    ]);
  });

  it('are the same as by looking for each word by itself', () => {
    const alphabet = ['a', 'b', 'c', 'Á', 'e\u0301', 'Ｂ', ' ', '\n', '你', '好', '1', '-', '℡', '’'];
    const texts = fc.array(fc.constantFrom(...alphabet), { maxLength: 24 }).map((letters) => letters.join(''));
    const word = fc
      .array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 3 })
      .map((letters) => letters.join(''))
      .filter((letters) => letters.trim() === letters);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), texts, (words, text) => {
        const one = compileThemes({
          steps: [],
          themes: words.map((each, index) => ({
            themeId: `${index}`,
            title: { zh: '', en: '' },
            anyOf: [{ all: [each] }],
          })),
        });
        const found = themeIdsOf(one, { parts: [{ place: 'text', text }], labels: [] });
        expect(found).toEqual(words.flatMap((each, index) => (occurs(each, text) ? [`${index}`] : [])));
      }),
    );
  });

  it('folds what is folded to itself', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(folded(folded(text))).toBe(folded(text)))));
});

function occurs(word: string, text: string): boolean {
  const [wanted, within] = [folded(word), folded(text)];
  const isLetter = (letter: string | undefined) =>
    letter !== undefined && /[\p{L}\p{N}]/u.test(letter) && !/\p{Script=Han}/u.test(letter);
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
    if (!isLetter(wanted[0]) || !isLetter(within[at - 1])) return true;
  }
  return false;
}
