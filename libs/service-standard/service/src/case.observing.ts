import type { CommandExecutor } from '@tenure/event-store';
import { fingerprintOf, type CommandContext, type Outcome } from '@tenure/kernel';
import type { CaseClockCommand, CaseClockRejection, CaseFact } from '@tenure/service-standard-contract';
import type { StandardsBook } from '@tenure/service-standard-core';
import type { Plain } from '@tenure/shared-contract';
import { caseClockAggregate, type CaseClockAggregate } from './case-clock.aggregate';
import type { LiveStandards } from './live.standards';

/** A fact that the clocks of its case can't take: it is passed over, and somebody has to see to it. */
export type OnRefusedFact = (refused: {
  readonly caseId: string;
  readonly fact: CaseFact;
  readonly code: string;
  readonly detail?: string;
}) => void;

/** Cases whose clocks are told something at a time. */
const PARALLEL_CASES = 128;
/** Not the fact's fault: what is published is read again when the automation starts again. */
const POLICY_NOT_KNOWN: CaseClockRejection = 'case-policy-not-known';
const ACTOR = 'tenure';
const SOURCE = 'service-standard-automation';

/** Tells the clocks of cases what happened, and resolves once what follows from it is durable. */
export class CaseObserving {
  #judging: Judging;

  constructor(
    private readonly executor: CommandExecutor,
    private readonly standards: LiveStandards,
    private readonly onRefused: OnRefusedFact,
  ) {
    this.#judging = judgingBy(standards.book);
  }

  async observeAll(facts: ReadonlyMap<string, readonly CaseFact[]>): Promise<void> {
    const cases = [...facts].values();
    const worker = async (): Promise<void> => {
      for (const [caseId, found] of cases) await this.observe(caseId, found);
    };
    await Promise.all(Array.from({ length: Math.min(PARALLEL_CASES, facts.size) }, worker));
  }

  /** Facts that are refused together are told one by one, so that only the wrong ones are passed over. */
  async observe(caseId: string, facts: readonly CaseFact[]): Promise<void> {
    const last = facts.at(-1);
    if (!last) return;
    const outcome = await this.#send(caseId, facts, last);
    if (outcome.status !== 'rejected') return;
    const { code, detail } = outcome;
    if (code === POLICY_NOT_KNOWN) throw new Error(`The clocks of case ${caseId} can't be judged: ${detail ?? code}`);
    if (facts.length === 1)
      return this.onRefused({ caseId, fact: last, code, ...(detail !== undefined && { detail }) });
    for (const fact of facts) await this.observe(caseId, [fact]);
  }

  #send(caseId: string, facts: readonly CaseFact[], last: CaseFact): Promise<Outcome> {
    const { occurredAt } = last;
    const command = { type: 'ObserveCase', caseId, facts, occurredAt } as const;
    const { opening, usual } = this.#current();
    const aggregate = facts[0]?.kind === 'opened' ? opening : usual;
    return this.executor.execute(aggregate, command, contextOf(command, last));
  }

  #current(): Judging {
    if (this.standards.book !== this.#judging.book) this.#judging = judgingBy(this.standards.book);
    return this.#judging;
  }
}

interface Judging {
  readonly book: StandardsBook;
  /** For cases that are new in all likelihood: tried on an empty stream first, which spares a read. */
  readonly opening: CaseClockAggregate;
  readonly usual: CaseClockAggregate;
}

const judgingBy = (book: StandardsBook): Judging => ({
  book,
  opening: caseClockAggregate(book, ['ObserveCase']),
  usual: caseClockAggregate(book),
});

/** Other content has another id: after a crash the log may be cut into batches in another way. */
function contextOf({ caseId, facts }: Plain<CaseClockCommand>, last: CaseFact): CommandContext {
  const isLogged = last.kind !== 'time-passed';
  const commandId = `observe-case:${caseId}:${isLogged ? last.position : 'time'}:${fingerprintOf(facts)}`;
  const cause = isLogged ? { causationId: last.eventId } : {};
  return { commandId, correlationId: commandId, ...cause, actor: ACTOR, source: SOURCE };
}
