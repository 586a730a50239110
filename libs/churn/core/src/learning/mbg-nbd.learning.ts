import type { Facts } from '@tenure/behaviour-contract';
import type { MbgNbd } from '@tenure/policy-contract';
import { fitMbgNbd } from '@tenure/statistics';
import { buyingOf, BUYING_FACTS, historyOf, type Buying } from '../mbg-nbd.explanation';

export type LearnedMbgNbd = Omit<MbgNbd, 'method' | 'fitted'> & { readonly logLikelihood: number };

/** Nothing where what is known of the buyers doesn't determine the parameters, as where nobody bought twice. */
export function learnMbgNbd(customers: readonly Facts[]): LearnedMbgNbd | undefined {
  const buying = customers.flatMap((facts) => buyingOf(facts) ?? []);
  const fit = fitMbgNbd(buying.map(historyOf));
  if (!fit?.converged) return undefined;
  return { ...fit.parameters, average: averageOf(buying), logLikelihood: fit.logLikelihood };
}

function averageOf(buying: readonly Buying[]): Buying {
  const [orderDays, daysSinceFirstOrder, daysSinceLastOrder] = BUYING_FACTS.map(
    (fact) => buying.reduce((sum, one) => sum + one[fact], 0) / buying.length,
  );
  return {
    orderDays: orderDays ?? 1,
    daysSinceFirstOrder: daysSinceFirstOrder ?? 0,
    daysSinceLastOrder: daysSinceLastOrder ?? 0,
  };
}
