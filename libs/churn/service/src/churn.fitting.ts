import { Inject, Injectable } from '@nestjs/common';
import { ModelLearning, startOf, type LearningPeriod } from '@tenure/churn-core';
import { FitChurnModel } from '@tenure/churn-contract';
import { CommandCatalogue } from '@tenure/commands';
import { Clock, CommandWriter, type Incoming } from '@tenure/http';
import { DraftPolicy, type ChurnModelContent, type PublishedPolicy } from '@tenure/policy-contract';
import type { Text } from '@tenure/shared-contract';
import { ChurnHistory } from './churn.history';
import { CHURN_POLICY_ID, ChurnPolicies } from './churn.policies';
import { refused } from './churn.statuses';
import { FitAnswer } from './churn-model.view';

const catalogue = new CommandCatalogue([{ command: FitChurnModel, cloudEventType: 'tenure.churn-model.fitted' }]);

const BEGINNING = '1900-01-01';

/** Fits a model to the whole history, and sets it down as the draft of the next version. */
@Injectable()
export class ChurnFitting {
  constructor(
    @Inject(ChurnHistory) private readonly history: ChurnHistory,
    @Inject(ChurnPolicies) private readonly policies: ChurnPolicies,
    @Inject(CommandWriter) private readonly commands: CommandWriter,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Throws ProblemError on a refusal, and what the catalogue and the event store throw. */
  async fit(incoming: Incoming): Promise<FitAnswer> {
    const asked = this.#parse(incoming);
    const base = await this.policies.inForce(this.clock.now());
    const period = this.#periodOf(asked, base);
    if (Date.parse(startOf(period.until)) > Date.parse(this.clock.now())) {
      throw refused('churn-outcome-not-over', `What happens before ${period.until} is not over yet`);
    }
    const learning = new ModelLearning(asked.method, period, base.content.scored);
    await this.history.pass((event) => learning.add(event));
    const learned = learning.result();
    if ('refused' in learned) throw refused(learned.refused, whyNot(learned.refused, period));
    const content: ChurnModelContent = { ...base.content, horizonDays: period.horizonDays, model: learned.model };
    const version = (await this.policies.versions()).length + 1;
    const draft = { policyId: CHURN_POLICY_ID, kind: 'churn-model', version, by: asked.by, title: base.title } as const;
    const description = describe(asked.method, period);
    const parse = ({ occurredAt = this.clock.now() }: { readonly occurredAt?: string }) =>
      Object.assign(new DraftPolicy(), { ...draft, description, content, occurredAt });
    const answer = await this.commands.writeParsed({ name: 'FitChurnModel', parse }, incoming, {});
    const { model, snapshots, share } = learned;
    const days = snapshots.map(({ day }) => day);
    return Object.assign(new FitAnswer(), answer, { version, model, horizonDays: period.horizonDays, days, share });
  }

  #parse({ payload }: Incoming): FitChurnModel {
    const parsed = catalogue.parse('FitChurnModel', { occurredAt: this.clock.now(), ...payload });
    if (parsed instanceof FitChurnModel) return parsed;
    throw new Error(`${parsed.type} was parsed for FitChurnModel`);
  }

  #periodOf({ from, until, horizonDays }: FitChurnModel, base: PublishedPolicy<'churn-model'>): LearningPeriod {
    return {
      from: from ?? BEGINNING,
      until: until ?? this.clock.now().slice(0, 10),
      horizonDays: horizonDays ?? base.content.horizonDays,
    };
  }
}

function whyNot(code: 'churn-period-too-short' | 'churn-nothing-to-learn', period: LearningPeriod): string {
  const { from, until, horizonDays } = period;
  switch (code) {
    case 'churn-period-too-short':
      return `Nobody was known on a day from ${from} on that lies ${horizonDays} days before ${until}`;
    case 'churn-nothing-to-learn':
      return `Of what customers did before ${until} nothing tells those who were lost from the others`;
  }
}

const METHODS: Readonly<Record<FitChurnModel['method'], Text>> = {
  logistic: { zh: '逻辑回归', en: 'A logistic model' },
  'mbg-nbd': { zh: 'MBG/NBD 模型', en: 'An MBG/NBD model' },
};

const describe = (method: FitChurnModel['method'], { until, horizonDays }: LearningPeriod): Text => ({
  zh: `${METHODS[method].zh}，由 ${until} 之前的历史拟合；流失：${horizonDays} 天内无订单且无生效合同。`,
  en: `${METHODS[method].en}, fitted to history before ${until}; lost is who has no order in ${horizonDays} days and no contract in force.`,
});
