import type { Recorded } from '@tenure/kernel';
import type { KnownProblem } from '@tenure/theme-core';
import type { PoolClient } from 'pg';
import { impactWrites, type MoneyEntry, type MoneyTakenBack, type TierOfCustomer } from './impact.writes';
import { problemCaseWrites, type CaseOfPerson, type CaseOfScope } from './problem.case-writes';

type Write = (client: PoolClient) => Promise<void>;

/** What events have led to and is still to be written, besides texts and counts. */
export class ThemeWrites {
  readonly #cases: CaseOfScope[] = [];
  /** What people and problems change, in the order of the log. */
  readonly #steps: Write[] = [];
  readonly #money: (MoneyEntry | MoneyTakenBack)[] = [];
  readonly #tiers: TierOfCustomer[] = [];
  readonly #touched = new Map<string, bigint>();
  readonly #touchedComplaints = new Map<string, bigint>();

  get isEmpty(): boolean {
    return this.#cases.length + this.#steps.length + this.#money.length + this.#tiers.length === 0;
  }

  case(found: CaseOfScope, position: bigint): void {
    this.#cases.push(found);
    this.#touched.set(found.problemId, position);
  }

  /** A complaint that was about something else before. */
  joined(found: CaseOfScope, position: bigint): void {
    this.#step(found.problemId, position, (client) => problemCaseWrites.add(client, [found]));
  }

  allCases(problem: KnownProblem, position: bigint): void {
    this.#step(problem.problemId, position, (client) => problemCaseWrites.addAll(client, problem));
  }

  person(what: 'link' | 'unlink' | 'leave', of: CaseOfPerson, position: bigint): void {
    this.#step(of.problemId, position, (client) => problemCaseWrites[what](client, of));
  }

  money(entry: MoneyEntry | MoneyTakenBack, { position }: Pick<Recorded, 'position'>): void {
    this.#money.push(entry);
    this.#touchedComplaints.set(entry.complaintId, position);
  }

  tier(tier: TierOfCustomer): void {
    this.#tiers.push(tier);
  }

  /** Texts come before. */
  async write(client: PoolClient): Promise<void> {
    await problemCaseWrites.add(client, this.#cases);
    for (const step of this.#steps) await step(client);
    await impactWrites.money(client, this.#money);
    await impactWrites.tiers(client, this.#tiers);
    await problemCaseWrites.touch(client, this.#touched);
    await problemCaseWrites.touchOf(client, this.#touchedComplaints);
  }

  #step(problemId: string, position: bigint, write: Write): void {
    this.#steps.push(write);
    this.#touched.set(problemId, position);
  }
}
