import 'reflect-metadata';
import { commandApplication, openDatabase } from '@tenure/composition';
import { connectEventStore } from '@tenure/event-store';
import { KeyedSurveyLinks } from '@tenure/feedback-service';
import { KnownFacts } from './known.facts';
import { runJourneys } from './running.journeys';

/** Journeys and surveys in a process of their own, until it is killed; `aheadMs` is what its clock is ahead. Says `ready` once they have begun. */
async function main([eventStoreUrl = '', databaseUrl = '', smtpUrl, aheadMs]: readonly string[]): Promise<void> {
  const client = connectEventStore(eventStoreUrl);
  runJourneys({
    client,
    dataSource: await openDatabase(databaseUrl, 10),
    commands: await commandApplication(client),
    facts: new KnownFacts(),
    surveyLinks: new KeyedSurveyLinks('https://service.example'),
    mail: { smtpUrl, folder: '', from: 'tenure@example.com' },
    now: () => new Date(Date.now() + Number(aheadMs)).toISOString(),
    onFailure: (error) => process.stderr.write(`${String(error)}\n`),
  });
  process.stdout.write('ready\n');
}

const [, program, ...rest] = process.argv;
if (program === __filename) void main(rest);
