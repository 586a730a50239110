import type { ChurnModelContent, Logistic, Scorecard, ScorecardItem } from '@tenure/policy-contract';
import { RISK_BANDS } from '@tenure/shared-contract';
import { checkCondition } from './condition.check';
import { firstIn, firstOf, flaw, twice, type ContentFlaw } from './content.flaw';

export const checkChurnModel = (content: ChurnModelContent): ContentFlaw | undefined =>
  firstOf(
    () => checkCondition(content.scored, 'content.scored'),
    () => checkBands(content),
    () => checkModel(content.model),
  );

/** From high down, and each below the one before. */
const checkBands = ({ bands }: ChurnModelContent): ContentFlaw | undefined =>
  firstIn(bands, ({ band, atLeast }, index) => {
    const above = bands[index - 1];
    if (above === undefined) return undefined;
    if (atLeast < above.atLeast && RISK_BANDS.indexOf(band) < RISK_BANDS.indexOf(above.band)) return undefined;
    const pair = `${band} at least ${atLeast} comes after ${above.band} at least ${above.atLeast}`;
    return flaw('policy-bands-not-descending', `content.bands[${index}]: ${pair}`);
  });

function checkModel(model: ChurnModelContent['model']): ContentFlaw | undefined {
  switch (model.method) {
    case 'scorecard':
      return checkScorecard(model);
    case 'logistic':
      return checkFeatures(model);
    case 'mbg-nbd':
      return undefined;
  }
}

const checkScorecard = ({ items }: Scorecard): ContentFlaw | undefined =>
  firstOf(
    () =>
      twice(
        'policy-item-twice',
        items.map(({ itemId }) => itemId),
        (index) => `content.model.items[${index}].itemId`,
      ),
    () => firstIn(items, checkItem),
  );

/** The first line that holds counts: so one must be able to hold where none before it does. */
const checkItem = ({ lines }: ScorecardItem, item: number): ContentFlaw | undefined =>
  firstIn(lines, ({ when }, index) => {
    const place = `content.model.items[${item}].lines[${index}].when`;
    const before = lines.slice(0, index).map((line) => ({ not: line.when }));
    return firstOf(
      () => checkCondition(when, place),
      () =>
        checkCondition({ all: [when, ...before] }, place)
          ? flaw('policy-condition-never-holds', `${place}: where it holds, a line before it does too`)
          : undefined,
    );
  });

/** The same fact may be asked for what it is and for whether it is known. */
const checkFeatures = ({ features }: Logistic): ContentFlaw | undefined =>
  twice(
    'policy-item-twice',
    features.map(({ fact, transform }) => (transform === 'known' ? `${fact}, whether known,` : fact)),
    (index) => `content.model.features[${index}]`,
  );
