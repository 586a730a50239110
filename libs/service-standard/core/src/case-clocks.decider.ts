import { accept, reject, type Decider, type Decision } from '@tenure/kernel';
import type { CaseClockCommand, CaseClockEvent, CaseClockRejection, CaseFact } from '@tenure/service-standard-contract';
import type { Plain } from '@tenure/shared-contract';
import { evolve, type CaseClocks } from './case-clocks.state';
import { openCase } from './case.opening';
import { observe } from './case.observation';
import { flawOf } from './fact.flaws';
import { momentOf } from './moment';
import type { StandardsBook } from './standards.book';

type Command = Plain<CaseClockCommand>;
type Outcome = Decision<CaseClockEvent, CaseClockRejection>;

/**
 * The clocks of one case (R8–R10). The book has to hold every version that was published up to the newest fact, and
 * every version that the case's clocks name. Facts that were observed before change nothing; how they are divided among
 * commands makes no difference.
 */
export const caseClocks = (book: StandardsBook): Decider<CaseClocks, Command, CaseClockEvent, CaseClockRejection> => ({
  initial: { status: 'absent' },
  evolve,
  decide: ({ caseId, facts }, state) => {
    const events: CaseClockEvent[] = [];
    let current = state;
    for (const [index, fact] of facts.entries()) {
      const decision = facts.slice(0, index).some((before) => isBehind(fact, before))
        ? reject('case-facts-out-of-order', `${said(fact)} stands behind a later one`)
        : decideFact(caseId, fact, current, book);
      if (!decision.accepted) return decision;
      events.push(...decision.events);
      current = decision.events.reduce(evolve, current);
    }
    return accept(...events);
  },
});

function decideFact(caseId: string, fact: CaseFact, state: CaseClocks, book: StandardsBook): Outcome {
  if (isSeen(fact, state)) return accept();
  const flaw = flawOf(fact, state, book);
  if (flaw) return reject(flaw.code, `${said(fact)}: ${flaw.detail}`);
  if (fact.kind === 'opened') return state.status === 'absent' ? accept(...openCase(caseId, fact, book)) : accept();
  return state.status === 'absent' ? accept() : accept(...observe(state, fact, book));
}

const isSeen = (fact: CaseFact, state: CaseClocks): boolean =>
  fact.kind !== 'time-passed' && state.status !== 'absent' && BigInt(fact.position) <= state.position;

/** Facts have their order in the log; what comes to be known of before a moment can't be told together with its passing. */
function isBehind(fact: CaseFact, before: CaseFact): boolean {
  if (fact.kind === 'time-passed') return false;
  if (before.kind === 'time-passed') return momentOf(fact.occurredAt) <= momentOf(before.occurredAt);
  return BigInt(fact.position) < BigInt(before.position);
}

const said = (fact: CaseFact): string => (fact.kind === 'time-passed' ? fact.kind : `${fact.kind} (${fact.eventId})`);
