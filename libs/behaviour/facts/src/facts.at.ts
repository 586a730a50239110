import { NUMBER_FACTS, TEXT_FACTS, type Facts, type NumberFact, type TextFact } from '@tenure/behaviour-contract';
import type { CustomerBehaviour } from './customer.behaviour';
import { dayOf } from './epoch.day';
import { NUMBER_SOURCES } from './number.sources';
import { contractsInForce } from './renewal';
import { TEXT_SOURCES } from './text.sources';

/** What is known at a moment (ISO 8601 with offset) that is not before anything folded; without what is not known. */
export function factsAt(behaviour: CustomerBehaviour, at: string): Facts {
  const day = dayOf(at);
  const facts: Partial<Record<NumberFact, number>> & Partial<Record<TextFact, string>> & { contractual?: boolean } = {};
  for (const [name, source] of SOURCES) {
    const value = source.value(behaviour, day);
    if (value !== undefined) facts[name] = value;
  }
  for (const name of TEXT_FACTS) {
    const value = TEXT_SOURCES[name](behaviour);
    if (value !== undefined) facts[name] = value;
  }
  facts.contractual = contractsInForce(behaviour, day) > 0;
  return facts;
}

const SOURCES = NUMBER_FACTS.map((name) => [name, NUMBER_SOURCES[name]] as const);
