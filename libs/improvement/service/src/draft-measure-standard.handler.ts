import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandSender } from '@tenure/commands';
import { DraftMeasureStandard, NoteMeasureStandard, type MeasureRejection } from '@tenure/improvement-contract';
import type { CommandContext, Outcome } from '@tenure/kernel';
import { DraftPolicy, PolicyBook, type PublishedPolicy } from '@tenure/policy-contract';
import { ImprovementStreams } from './improvement.streams';
import { standardOf, type Standard } from './standard.words';

type Rejected = Extract<Outcome, { status: 'rejected' }>;

/**
 * Drafts the policy, then notes the draft on the measure: sent again after a crash in between, it goes on where it was. Once for
 * each measure and policy.
 */
@CommandHandler(DraftMeasureStandard)
export class DraftMeasureStandardHandler implements ICommandHandler<DraftMeasureStandard, Outcome> {
  constructor(
    @Inject(CommandSender) private readonly sender: CommandSender,
    @Inject(ImprovementStreams) private readonly streams: ImprovementStreams,
    @Inject(PolicyBook) private readonly policies: PolicyBook,
  ) {}

  async execute({ context, ...command }: DraftMeasureStandard): Promise<Outcome> {
    if (!context) throw new Error('DraftMeasureStandard was sent without its context; send it through CommandSender');
    const { measureId, policyId, by, occurredAt } = command;
    const measure = await this.streams.measure(measureId);
    const known = measure.stage === 'absent' ? undefined : measure.standards.find((one) => one.policyId === policyId);
    const drafted = known ?? (await this.#draft(command, context));
    if ('status' in drafted) return drafted;
    const noted = { measureId, policyId, by, occurredAt, version: drafted.version };
    return this.sender.send(Object.assign(new NoteMeasureStandard(), noted), context);
  }

  /** The version that is drafted, or why none is. */
  async #draft(
    { measureId, policyId, kind, content, by, occurredAt }: Omit<DraftMeasureStandard, 'context'>,
    context: CommandContext,
  ): Promise<{ readonly version: number } | Rejected> {
    const newest = (await this.policies.versions(kind, policyId)).at(-1);
    const refused = (code: MeasureRejection, detail?: string): Rejected => refusal(measureId, code, detail);
    if (!newest) return refused('measure-standard-unknown', `there is no policy ${policyId} of kind ${kind}`);
    const standard = standardOf(await this.streams.measure(measureId), newest);
    if (standard === 'absent') return refused('measure-not-found');
    if (standard === 'not-effective') return refused('measure-not-effective', 'only what helps becomes a standard');
    const other = await this.#draftOfAnother(newest, standard);
    if (other !== undefined) return refused('measure-standard-has-draft', other);
    const version = newest.version + 1;
    const draft = { policyId, kind, version, ...standard, content: content ?? newest.content, by, occurredAt };
    const drafting = { ...context, commandId: `${context.commandId}:draft` };
    const outcome = await this.sender.send(Object.assign(new DraftPolicy(), draft), drafting);
    return outcome.status === 'rejected' ? outcome : { version };
  }

  /** Who has drafted what is not to be written over; what was drafted here before a crash is. */
  async #draftOfAnother({ policyId }: PublishedPolicy, { description }: Standard): Promise<string | undefined> {
    const draft = await this.policies.draft(policyId);
    if (!draft || draft.description?.en === description.en) return undefined;
    return `${draft.by} has drafted version ${draft.version} of ${policyId}`;
  }
}

const refusal = (measureId: string, code: MeasureRejection, detail: string | undefined): Rejected => ({
  status: 'rejected',
  stream: `measure-${measureId}`,
  code,
  ...(detail !== undefined && { detail }),
});
