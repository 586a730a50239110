import { Inject, Injectable } from '@nestjs/common';
import { EvaluateChurnModel } from '@tenure/churn-contract';
import {
  addDays,
  evaluate,
  labelledCustomers,
  SnapshotBehaviours,
  startOf,
  type LabelledCustomer,
} from '@tenure/churn-core';
import { CommandCatalogue } from '@tenure/commands';
import { Clock, type Incoming } from '@tenure/http';
import type { ChurnModelContent, FittedOn } from '@tenure/policy-contract';
import { ChurnHistory, type DraftedModel } from './churn.history';
import { ChurnPolicies } from './churn.policies';
import { refused } from './churn.statuses';
import type { EvaluationView } from './evaluation.view';

const catalogue = new CommandCatalogue([
  { command: EvaluateChurnModel, cloudEventType: 'tenure.churn-model.evaluated' },
]);

/** Judges a model, and beside it what is simpler, by what came after a day. */
@Injectable()
export class ChurnEvaluating {
  constructor(
    @Inject(ChurnHistory) private readonly history: ChurnHistory,
    @Inject(ChurnPolicies) private readonly policies: ChurnPolicies,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws ProblemError on a refusal, and what the catalogue and the event store throw. */
  async evaluate(incoming: Incoming): Promise<EvaluationView> {
    const { at, version, horizonDays: asked } = this.#parse(incoming);
    const { judged, isDraft } = await this.#judged(version);
    const { model, scored } = judged.content;
    const horizonDays = asked ?? judged.content.horizonDays;
    const outcomeBy = addDays(at, horizonDays);
    this.#check(judged, at, outcomeBy);
    const behaviours = await this.#behaviours([addDays(at, -horizonDays), at, outcomeBy]);
    const labelled = (day: string): LabelledCustomer[] =>
      labelledCustomers(behaviours, { day, outcomeBy: addDays(day, horizonDays) }, horizonDays, scored);
    const scorecard = await this.#scorecard();
    const earlier = labelled(addDays(at, -horizonDays));
    const result = evaluate(labelled(at), { model, horizonDays, scorecard, earlier });
    if (result.customers === 0)
      throw refused('churn-nobody-to-judge', `Before ${at} the model says nothing of anybody`);
    const of = { version: judged.version, isDraft, method: model.method, fitted: fittedOn(model) ?? null };
    return { at, outcomeBy, horizonDays, ...of, share: behaviours.share, ...result };
  }

  /** A version that is named, else the draft, else the newest version. */
  async #judged(version: number | undefined): Promise<{ readonly judged: DraftedModel; readonly isDraft: boolean }> {
    const versions = await this.policies.versions();
    const draft = version === undefined ? await this.history.draft() : undefined;
    if (draft) return { judged: draft, isDraft: true };
    const judged = version === undefined ? versions.at(-1) : versions.find((one) => one.version === version);
    if (!judged) throw refused('churn-model-not-found', `There is no version ${version ?? 1} of the churn model`);
    return { judged, isDraft: false };
  }

  #check({ version, content }: DraftedModel, at: string, outcomeBy: string): void {
    const fitted = fittedOn(content.model);
    if (fitted && fitted.until > at) {
      const seen = `Version ${version} was fitted on what happened before ${fitted.until}`;
      throw refused('churn-model-saw-the-outcome', `${seen}, and can be judged from that day on, not from ${at}`);
    }
    if (Date.parse(startOf(outcomeBy)) > Date.parse(this.clock.now())) {
      throw refused('churn-outcome-not-over', `Who was lost from ${at} on shows on ${outcomeBy}`);
    }
  }

  async #behaviours(days: readonly string[]): Promise<SnapshotBehaviours> {
    const behaviours = new SnapshotBehaviours(days);
    await this.history.pass((event) => behaviours.add(event));
    return behaviours;
  }

  /** Of those published the newest. */
  async #scorecard(): Promise<ChurnModelContent['model'] | undefined> {
    const models = (await this.policies.versions()).map(({ content }) => content.model);
    return models.findLast(({ method }) => method === 'scorecard');
  }

  #parse({ payload }: Incoming): EvaluateChurnModel {
    const parsed = catalogue.parse('EvaluateChurnModel', { occurredAt: this.clock.now(), ...payload });
    if (parsed instanceof EvaluateChurnModel) return parsed;
    throw new Error(`${parsed.type} was parsed for EvaluateChurnModel`);
  }
}

const fittedOn = (model: ChurnModelContent['model']): FittedOn | undefined =>
  model.method === 'scorecard' ? undefined : model.fitted;
