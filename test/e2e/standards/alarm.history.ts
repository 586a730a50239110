import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { policyFile, publishWhereAbsent } from '@tenure/policy-service';
import { CaseClockEntry } from '@tenure/service-standard-service';
import type { Stack } from '../testing/stack';
import { SAMPLES } from './judged.history';

/** Clocks that were breached, and cases that people were alarmed of, and told of. */
export async function announced({ client }: Stack) {
  const said = { breached: new Set<string>(), alarms: new Set<string>(), notices: new Set<string>() };
  for await (const { event } of client.readAll()) {
    if (!event || !ANNOUNCED.includes(event.type)) continue;
    const { caseId, clockId, alarm } = event.data as unknown as Announcement;
    if (event.type === 'ClockBreached') said.breached.add(`${caseId}|${clockId ?? ''}`);
    if (event.type === 'NoticeIssued') said.notices.add(caseId);
    if (alarm === true) said.alarms.add(caseId);
  }
  return said;
}

interface Announcement {
  readonly caseId: string;
  readonly clockId?: string;
  readonly alarm?: boolean;
}

const ANNOUNCED: readonly string[] = ['ClockReminded', 'ClockBreached', 'ClockEscalated', 'NoticeIssued'];

/** The usual clock, and only one: of the resolution, within a minute. */
export async function publishWithinOneMinute({ commands }: Stack): Promise<void> {
  const name = 'cases.service-standard.policy.json';
  const { content, ...file } = policyFile(name, await readFile(join(SAMPLES, name), 'utf8'));
  const text = JSON.stringify({ ...file, policyId: 'one-minute', content }).replace(
    /"withinMinutes":\d+/,
    '"withinMinutes":1',
  );
  await publishWhereAbsent(commands, [policyFile('one-minute', text)], file.effectiveFrom);
}

export async function openCase(
  { commands }: Stack,
  complaintId: string,
  serviceStandard: string,
  openedAt: string,
): Promise<void> {
  const command = commands.catalogue.parse('OpenComplaint', {
    complaintId,
    customerId: 'helpdesk-customer-value-1',
    occurredAt: openedAt,
    channel: 'phone',
    subject: 'Nobody has taken it',
    receivedBy: 'agent-value-1',
    caseType: 'service',
    serviceStandard,
  });
  const context = { commandId: complaintId, correlationId: complaintId, actor: 'test', source: 'test' };
  const outcome = await commands.sender.send(command, context);
  if (outcome.status === 'rejected') throw new Error(outcome.code);
}

/** Resolves when a clock of the case is breached, and all that follows from it is done. */
export async function breached(stack: Stack, caseId: string): Promise<void> {
  const clocks = stack.dataSource.getRepository(CaseClockEntry);
  while (!(await clocks.existsBy({ caseId, outcome: 'breached' }))) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stack.settled();
}
