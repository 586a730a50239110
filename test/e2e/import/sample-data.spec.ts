import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signalCommands } from '@tenure/behaviour-contract';
import { signalAggregate } from '@tenure/behaviour-service';
import { complaintCommands } from '@tenure/complaint-contract';
import { complaintAggregate } from '@tenure/complaint-service';
import { customerCommands } from '@tenure/customer-contract';
import { customerAggregate } from '@tenure/customer-service';
import { runImport, type ImportSink, type ImportSummary } from '@tenure/import';
import { interactionCommands } from '@tenure/interaction-contract';
import { interactionAggregate } from '@tenure/interaction-service';
import type { DomainEvent } from '@tenure/kernel';
import { decidingDomain, decidingSink, type DecidingDomain } from './deciding-domain';

const SAMPLES = join(__dirname, '../../../infra/samples');
const CFPB = join(SAMPLES, 'cfpb/consumer_complaints_2013-2017.csv.gz');
const SHARED = process.env.TEST_SHARED_DATA ?? join(__dirname, '../../../../shared/data');
const HELPDESK = join(SHARED, 'helpdesk/helpdesk.csv.gz');
/** Its licence is not stated, so that the repository can't carry it. */
const itWithHelpdesk = existsSync(HELPDESK) ? it : it.skip;

describe('sample data, validated and decided by the real commands and deciders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tenure-samples-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const load = (mapping: string, file: string, sink: ImportSink): Promise<ImportSummary> =>
    runImport({
      mappingFile: join(SAMPLES, `${mapping}.mapping.json`),
      files: [file],
      sink,
      rejectsFile: join(folder, `${mapping}.csv`),
    });

  function realDomains(): readonly DecidingDomain[] {
    return [
      decidingDomain(customerAggregate, customerCommands),
      decidingDomain(complaintAggregate, complaintCommands),
      decidingDomain(interactionAggregate, interactionCommands),
      decidingDomain(signalAggregate, signalCommands),
    ];
  }

  async function loadTwice(mapping: string, file: string) {
    const domains = realDomains();
    const sink = decidingSink(domains);
    const first = await load(mapping, file, sink);
    const events = domains.flatMap((domain) => [...domain.events]);
    const again = await load(mapping, file, sink);
    expect({ rows: again.rows, events: domains.flatMap((domain) => domain.events).length }).toEqual({
      rows: { ...first.rows, accepted: 0, known: first.rows.accepted + first.rows.known },
      events: events.length,
    });
    return { first, events };
  }

  it('CFPB: every complaint with its channel, answer and dispute', async () => {
    const { first, events } = await loadTwice('cfpb', CFPB);
    expect(first.rows).toEqual({ read: 3_186, accepted: 3_180, known: 0, rejected: 6 });
    expect(first.rejections).toEqual({ 'sent-before-received': 6 });
    expect(countByType(events)).toEqual({
      CustomerRegistered: 3_180,
      ComplaintOpened: 3_180,
      ComplaintAccepted: 3_180,
      ComplaintResponded: 3_151,
      ComplaintResolved: 3_151,
      ComplaintClosed: 3_151,
    });
    expect(countBy(events, 'ComplaintOpened', 'channel')).toEqual({
      fax: 52,
      letter: 168,
      online: 2_227,
      phone: 200,
      referral: 533,
    });
    expect(countBy(events, 'ComplaintOpened', 'serviceStandard')).toEqual({ 'cfpb-standard': 3_180 });
    expect(countBy(events, 'ComplaintResolved', 'reportedTimely')).toEqual({ false: 67, true: 3_084 });
    expect(countBy(events, 'ComplaintClosed', 'disputed')).toEqual({ false: 2_530, true: 593, undefined: 28 });
  });

  it('any list of cases: those that make no sense are refused as a whole, each with its reason', async () => {
    const { first, events } = await loadTwice('cases', join(SAMPLES, 'cases.csv'));
    expect(first.rows).toEqual({ read: 13, accepted: 10, known: 0, rejected: 3 });
    expect(first.rejections).toEqual({ 'closed-before-opened': 1, 'due-before-opened': 1, 'value-invalid': 1 });
    expect(countByType(events)).toEqual({
      CustomerRegistered: 5,
      ComplaintOpened: 10,
      ComplaintResolved: 8,
      ComplaintClosed: 8,
    });
    expect(events.find(({ type }) => type === 'ComplaintOpened')).toMatchObject({
      data: {
        complaintId: 'case-1001',
        customerId: 'customer-lotus-kitchenware',
        owner: 'mei-lin',
        openedAt: '2024-04-02T09:10:00+02:00',
        agreedDueAt: '2024-04-05T18:00:00+02:00',
        caseType: 'service',
        urgency: 'normal',
      },
    });
  });

  it('any list of signals: what is of no known kind, ahead of the clock or out of range is refused', async () => {
    const { first, events } = await loadTwice('signals', join(SAMPLES, 'signals.csv'));
    expect(first.rows).toEqual({ read: 12, accepted: 9, known: 0, rejected: 3 });
    expect(first.rejections).toEqual({ 'unknown-kind': 1, 'invalid-command': 2 });
    expect(countByType(events)).toMatchObject({
      CustomerLoggedIn: 2,
      FeatureUsed: 1,
      AnomalySeen: 1,
      ServiceRated: 2,
      RenewalIntentionStated: 1,
      CompetitorContactSeen: 1,
      ContactUnanswered: 1,
    });
    expect(events.find(({ type }) => type === 'CustomerLoggedIn')).toMatchObject({
      data: {
        signalId: 's-1001',
        customerId: 'customer-lotus-kitchenware',
        dwellSeconds: 780,
        loggedInAt: '2024-04-02T09:10:00+02:00',
      },
    });
  });

  const named = `helpdesk: accounts for all 21,348 activities (needs helpdesk/helpdesk.csv.gz in ../shared/data or TEST_SHARED_DATA)`;
  itWithHelpdesk(named, async () => {
    const { first, events } = await loadTwice('helpdesk', HELPDESK);
    const { read, accepted, known, rejected } = first.rows;
    expect({ read, sum: accepted + known, rejected }).toEqual({ read: 21_348, sum: 21_348, rejected: 0 });
    expect(known).toBe(72);
    expect(countByType(events)).toEqual({
      CustomerRegistered: 397,
      ComplaintOpened: 4_580,
      ComplaintAccepted: 4_606,
      ComplaintHandOverOffered: 321,
      ComplaintClassified: 15,
      ComplaintHeld: 1_347,
      ComplaintContinued: 1_339,
      ComplaintReopened: 158,
      ComplaintResolved: 4_726,
      ComplaintClosed: 4_560,
      InteractionRecorded: 1_140,
    });
    expect(countBy(events, 'ComplaintOpened', 'urgency')).toEqual({ normal: 4_377, urgent: 203 });
  });
});

const countByType = (events: readonly DomainEvent[]): Record<string, number> => tally(events.map(({ type }) => type));

const countBy = (events: readonly DomainEvent[], wanted: string, field: string): Record<string, number> =>
  tally(
    events
      .filter(({ type }) => type === wanted)
      .map(({ data }) => String(Object.entries(data).find(([name]) => name === field)?.[1])),
  );

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
