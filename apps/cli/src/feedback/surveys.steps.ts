import { randomUUID } from 'node:crypto';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { connectApi } from '../api.client';
import { settingsOf } from '../command.settings';
import { printed } from '../policies/policies.print';
import type { Terminal } from '../terminal';
import { VOICE_KINDS } from './voice.kinds';

interface InviteOptions {
  readonly survey: string;
  readonly id?: string;
  readonly product?: string;
  readonly label?: readonly string[];
  readonly send?: boolean;
  readonly at?: string;
  readonly by: string;
  readonly json?: boolean;
}

interface RecordOptions extends Omit<InviteOptions, 'survey' | 'send'> {
  readonly kind: string;
  readonly text: string;
  readonly customer?: string;
  readonly rating?: number;
  readonly address?: string;
}

/** What is done for surveys and voices, each with its author. */
export function describeFeedbackSteps(feedback: Command, terminal: Terminal): void {
  feedback
    .command('invite <customer-id>')
    .description('Ask a customer by a survey; the link is told to the customer alone.')
    .requiredOption('--survey <id>', 'which one')
    .option('--send', 'write to the customer; else it is recorded alone')
    .option('--id <invitation-id>', 'of your own choice, so that a repetition is known as one')
    .option('--product <name>', 'what it is about')
    .option('--label <label...>', 'what is known of the service that it is about')
    .option('--at <time>', 'when the customer was asked; now, unless given')
    .requiredOption('--by <person>', 'who asks')
    .action((customerId: string, _options: unknown, command: Command) => invite(customerId, command, terminal));
  feedback
    .command('record')
    .description('Record what a customer said in an interview, a forum, social media or at the front line.')
    .addOption(new Option('--kind <kind>', 'where').choices(VOICE_KINDS).makeOptionMandatory())
    .requiredOption('--text <words>', 'in the words in which it was said')
    .option('--customer <id>', 'who said it, where that is known')
    .option('--rating <1-5>', 'where the source has one', rating)
    .option('--product <name>', 'what it is about')
    .option('--label <label...>', 'what it is about, by whoever records it')
    .option('--address <url>', 'where it can be read')
    .option('--id <voice-id>', 'of your own choice, so that a repetition is known as one')
    .option('--at <time>', 'when it was said; now, unless given')
    .requiredOption('--by <person>', 'who writes it down')
    .action((_options: unknown, command: Command) => record(command, terminal));
}

async function invite(customerId: string, command: Command, terminal: Terminal): Promise<void> {
  const options = command.optsWithGlobals<InviteOptions>();
  const { survey: surveyId, id, product, label: labels, send = false, at: occurredAt, by, json } = options;
  const invitationId = id ?? randomUUID();
  const invitation = { invitationId, surveyId, customerId, product, labels, send, by, occurredAt };
  const api = await connectApi(settingsOf(command));
  const answer = await api.post<object>('/feedback/invitations', JSON.stringify(invitation));
  printed(terminal, json, answer, () => [`Invitation ${invitationId} of ${customerId} to ${surveyId}.`]);
}

async function record(command: Command, terminal: Terminal): Promise<void> {
  const options = command.optsWithGlobals<RecordOptions>();
  const { id, label: labels, customer: customerId, at: occurredAt, json } = options;
  const { kind, text, product, rating: rated, address, by } = options;
  const voiceId = id ?? randomUUID();
  const voice = { voiceId, kind, customerId, text, product, labels, rating: rated, address, by, occurredAt };
  const api = await connectApi(settingsOf(command));
  const answer = await api.post<object>('/feedback/voices', JSON.stringify(voice));
  printed(terminal, json, answer, () => [`Voice ${voiceId} is recorded.`]);
}

function rating(text: string): number {
  if (/^[1-5]$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number from 1 to 5.');
}
