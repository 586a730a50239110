import type { CustomerFactsReader, Facts } from '@tenure/behaviour-contract';
import type { CustomerDirectory } from '@tenure/customer-contract';
import { InviteOnOccasion } from '@tenure/feedback-contract';
import { whyNotAsked } from '@tenure/feedback-core';
import type { CommandContext, Outcome } from '@tenure/kernel';
import type { PublishedPolicy } from '@tenure/policy-contract';
import type { PoolClient } from 'pg';
import { askedCustomers, type Asking } from './asked.customers';
import type { DueSurvey } from './due.surveys';

/** Puts a command on the bus; resolves once its outcome is durable. */
export type SendInvitation = (command: InviteOnOccasion, context: CommandContext) => Promise<Outcome>;

/** A customer who may be asked now, by the version in force. */
export interface Candidate extends Omit<DueSurvey, 'dueAt'> {
  readonly survey: PublishedPolicy<'survey'>;
  readonly product?: string;
  /** Looked up where they are not known yet. */
  readonly facts?: Facts;
}

export interface SurveyAskingParts {
  readonly facts: CustomerFactsReader;
  readonly customers: CustomerDirectory;
  readonly send: SendInvitation;
  /** Up to where the log has been followed: what is known of customers is never older. */
  readonly position: () => bigint | undefined;
  readonly onFailure: (error: unknown, invitationId: string) => void;
}

export interface AskingOutcome {
  readonly invited: number;
  /** Ids of the invitations that failed, to be tried again. */
  readonly failed: readonly string[];
}

const AT_A_TIME = 50;

/** Invites those of many customers who may be asked: each once within the days of rest, and once for an occasion. */
export class SurveyAsking {
  constructor(private readonly parts: SurveyAskingParts) {}

  /** What is known of customers is not older than what the log has been followed to; `at` is ISO 8601. */
  async ask(client: PoolClient, candidates: readonly Candidate[], at: string): Promise<AskingOutcome> {
    const asked = await this.#toAsk(client, candidates, at);
    const failed: string[] = [];
    const done: Asking[] = [];
    for (let start = 0; start < asked.length; start += AT_A_TIME) {
      const some = asked.slice(start, start + AT_A_TIME);
      const results = await Promise.all(some.map((candidate) => this.#invite(candidate, at)));
      for (const [index, { invitationId, surveyId, customerId }] of some.entries()) {
        if (results[index]) done.push({ surveyId, customerId, askedAt: at });
        else failed.push(invitationId);
      }
    }
    await askedCustomers.add(client, done);
    return { invited: done.length, failed };
  }

  async #toAsk(client: PoolClient, candidates: readonly Candidate[], at: string): Promise<readonly Candidate[]> {
    if (candidates.length === 0) return [];
    const { facts, customers, position } = this.parts;
    const unknown = candidates.filter((candidate) => candidate.facts === undefined).map(({ customerId }) => customerId);
    const [known, addresses, askedAt] = await Promise.all([
      facts.factsAt([...new Set(unknown)], at, position()),
      customers.find([...new Set(candidates.map(({ customerId }) => customerId))], position()),
      askedCustomers.find(client, candidates),
    ]);
    const last = new Map(askedAt);
    return candidates.filter((candidate) => {
      const { survey, customerId } = candidate;
      const key = askedCustomers.keyOf(candidate);
      const of = { facts: candidate.facts ?? known.get(customerId) ?? {}, address: addresses.get(customerId) };
      const isAsked = whyNotAsked(survey.content, { ...of, askedAt: last.get(key) }, at) === undefined;
      if (isAsked) last.set(key, at);
      return isAsked;
    });
  }

  /** Whether it is done; a refusal is told and passed over: tried again it would be refused again. */
  async #invite({ survey: _, facts: _facts, causeEventId, correlationId, message, ...asked }: Candidate, at: string) {
    const { send, onFailure } = this.parts;
    const { invitationId } = asked;
    const invite = { ...asked, send: true, causeEventId, ...(message && { message }), occurredAt: at };
    const context = {
      commandId: `invite:${invitationId}`,
      correlationId,
      causationId: causeEventId,
      actor: asked.by,
      source: 'survey-automation',
    };
    try {
      const outcome = await send(Object.assign(new InviteOnOccasion(), invite), context);
      if (outcome.status === 'rejected' && outcome.code !== 'command-id-reused') {
        onFailure(new Error(`The invitation ${invitationId} was refused: ${outcome.code}`), invitationId);
      }
      return true;
    } catch (error) {
      onFailure(error, invitationId);
      return false;
    }
  }
}
