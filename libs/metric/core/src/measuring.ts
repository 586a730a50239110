import type { MetricQuestion, MetricValue, SurveyMetricId } from '@tenure/metric-contract';
import type { AnswerFacts } from './answer.facts';
import { ANSWER_OBSERVING, besidesOfAnswers, isSurveyMetric } from './answer.observing';
import type { CaseFacts } from './case.facts';
import { isCaseMetric } from './case.observing';
import { CaseWatch } from './case.watch';
import { ComplaintRate } from './complaint.rate';
import type { CustomerFacts, Since } from './customer.facts';
import { CustomerWatch } from './customer.watch';
import type { Mergers } from './customer.standing';
import { Lens } from './lens';
import { Asked } from './metric.asked';

export type Tiers = readonly Since<string>[];

/** Ids of the cases or invitations that have the theme that a question asks for; undefined where it asks for none. */
export type Themed = (question: MetricQuestion) => ReadonlySet<string> | undefined;

/**
 * Many questions answered from one pass over the facts: all cases are seen first, then all answers, then all customers, each
 * once, in any order. What no window asks for may be left out.
 */
export class Measuring {
  readonly #values: (() => MetricValue)[];
  readonly #cases = new Map<string, CaseWatch>();
  readonly #answers: Asked<SurveyMetricId>[] = [];
  readonly #customers = new Map<string, CustomerWatch>();

  /** @param questions without flaws, as `questionFlaw` has them */
  constructor(
    questions: readonly MetricQuestion[],
    private readonly mergers: Mergers,
    private readonly themed: Themed,
  ) {
    this.#values = questions.map((question) => this.#ask(question));
  }

  /** @param tiers those of its customer */
  seeCase(facts: CaseFacts, tiers: Tiers): void {
    if (facts.openedAt === null) return;
    const [openedAt, latestAt] = [Date.parse(facts.openedAt), Date.parse(facts.latestAt)];
    for (const watch of this.#cases.values()) watch.see(facts, openedAt, latestAt, tiers);
  }

  seeAnswer(facts: AnswerFacts, tiers: Tiers): void {
    const invitedAt = Date.parse(facts.invitedAt);
    for (const asked of this.#answers) {
      const { surveyId, label } = asked.segment;
      if (surveyId !== undefined && surveyId !== facts.surveyId) continue;
      if (label !== undefined && !facts.labels.includes(label)) continue;
      if (!asked.isOf(facts.invitationId, facts.product) || !asked.isOfTier(tiers, invitedAt)) continue;
      ANSWER_OBSERVING[asked.metricId](facts, asked.lens, asked.tally);
    }
  }

  seeCustomer(facts: CustomerFacts): void {
    const sinceAt = Date.parse(facts.sinceAt);
    for (const watch of this.#customers.values()) watch.see(facts, sinceAt);
  }

  /** In the order of the questions. */
  values(): readonly MetricValue[] {
    return this.#values.map((value) => value());
  }

  #ask(question: MetricQuestion): () => MetricValue {
    const { metricId } = question;
    const lens = new Lens(question);
    const themed = this.themed(question);
    if (isCaseMetric(metricId)) {
      const asked = new Asked(metricId, question, lens, themed);
      this.#casesIn(lens).ask(asked);
      return () => asked.tally.value();
    }
    if (isSurveyMetric(metricId)) {
      const asked = new Asked(metricId, question, lens, themed);
      this.#answers.push(asked);
      return () => asked.tally.value(besidesOfAnswers(asked.tally));
    }
    if (metricId === 'complaint-rate') {
      const rate = new ComplaintRate(new Asked(metricId, question, lens, themed), this.mergers);
      this.#casesIn(lens).count(rate);
      this.#customersIn(lens).count(rate);
      return () => rate.asked.tally.value();
    }
    const asked = new Asked(metricId, question, lens, themed);
    this.#customersIn(lens).ask(asked);
    return () => asked.tally.value();
  }

  #casesIn(lens: Lens): CaseWatch {
    const known = this.#cases.get(lens.key) ?? new CaseWatch(lens);
    this.#cases.set(lens.key, known);
    return known;
  }

  #customersIn(lens: Lens): CustomerWatch {
    const known = this.#customers.get(lens.key) ?? new CustomerWatch(lens, this.mergers);
    this.#customers.set(lens.key, known);
    return known;
  }
}
