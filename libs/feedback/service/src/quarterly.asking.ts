import type { CustomerFactsPages, CustomerFactsReader, KnownCustomer } from '@tenure/behaviour-contract';
import { TOLD_WITHIN_DAYS } from '@tenure/kernel';
import { withConnection } from '@tenure/postgres';
import type { DataSource } from 'typeorm';
import { invitationOf } from './invitation.identity';
import type { LiveSurveys, SurveyOn } from './live.surveys';
import { roundAt, type QuarterRound } from './quarter.round';
import { SurveyRoundRow } from './survey-asking.entity';
import type { Candidate, SurveyAsking } from './survey.asking';

export interface QuarterlyAskingParts {
  readonly dataSource: DataSource;
  readonly surveys: LiveSurveys;
  readonly pages: CustomerFactsPages;
  readonly facts: CustomerFactsReader;
  readonly asking: SurveyAsking;
  readonly position: () => bigint | undefined;
  /** ISO 8601. */
  readonly now: () => string;
}

const PAGE = 500;
const DAY_MS = 86_400_000;

/**
 * Asks all customers once a quarter by each quarterly survey, page by page: how far it is stands in a row, so that it goes
 * on from there after a crash. A round that begins while nothing runs is made good within a week; one that began before the
 * version was published is none of its rounds.
 */
export class QuarterlyAsking {
  constructor(private readonly parts: QuarterlyAskingParts) {}

  /** All that is left of the rounds that are on. Throws ProjectionBehindError where the read model lags. */
  async ask(signal: AbortSignal): Promise<void> {
    const { surveys, now } = this.parts;
    for (const quarterly of surveys.on('quarterly', now())) {
      const round = roundAt(quarterly.occasion, now());
      if (isOn(round, quarterly, now())) await this.#goOn(quarterly, round, signal);
    }
  }

  async #goOn({ survey }: SurveyOn<'quarterly'>, { quarter }: QuarterRound, signal: AbortSignal): Promise<void> {
    const { dataSource, facts, position, now } = this.parts;
    const rows = dataSource.getRepository(SurveyRoundRow);
    const begun = { surveyId: survey.policyId, quarter, afterCustomerId: null, asked: 0, finishedAt: null };
    let row = (await rows.findOneBy({ surveyId: survey.policyId, quarter })) ?? begun;
    if (row.finishedAt === null) await facts.factsAt([], now(), position());
    while (row.finishedAt === null && !signal.aborted) row = await rows.save(await this.#page(row, survey));
  }

  async #page(row: SurveyRoundRow, survey: Candidate['survey']): Promise<SurveyRoundRow> {
    const { dataSource, pages, asking, now } = this.parts;
    const at = now();
    const page = await pages.after(row.afterCustomerId ?? undefined, PAGE, at);
    const candidates = page.map((customer) => candidateOf(customer, row, survey));
    const { invited, failed } = await withConnection(dataSource, (client) => asking.ask(client, candidates, at));
    if (failed.length > 0) throw new Error(`${failed.length} invitations of ${row.surveyId} failed in ${row.quarter}`);
    return {
      ...row,
      afterCustomerId: page.at(-1)?.customerId ?? row.afterCustomerId,
      asked: row.asked + invited,
      finishedAt: page.length < PAGE ? now() : null,
    };
  }
}

const isOn = ({ startsAt }: QuarterRound, { survey }: SurveyOn<'quarterly'>, now: string): boolean =>
  Date.parse(survey.publishedAt) < Date.parse(startsAt) &&
  Date.parse(now) - Date.parse(startsAt) <= TOLD_WITHIN_DAYS * DAY_MS;

function candidateOf(
  { customerId, facts }: KnownCustomer,
  { quarter }: SurveyRoundRow,
  survey: Candidate['survey'],
): Candidate {
  const { policyId: surveyId } = survey;
  const about = { kind: 'quarter', id: quarter } as const;
  const cause = { causeEventId: `survey-round:${surveyId}:${quarter}`, correlationId: `survey:${surveyId}:${quarter}` };
  return { ...invitationOf(surveyId, customerId, about, cause), survey, facts };
}
