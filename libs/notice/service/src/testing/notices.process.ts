import 'reflect-metadata';
import { connectEventStore } from '@tenure/event-store';
import { FixedPolicies } from './fixed.policies';
import { runNotices } from './running.notices';
import { WEBHOOK_SECRETS } from './webhook.secret';

/** Bo has an address for e-mail, and one for a webhook. */
export const policiesWithBo = (url: string): FixedPolicies =>
  new FixedPolicies([
    {
      personId: 'bo',
      name: 'Bo',
      language: 'en',
      email: 'bo@example.com',
      webhook: { url, secretName: 'desk' },
    },
  ]);

/** Notices in a process of their own, which can be killed. */
async function main([eventStoreUrl = '', databaseUrl = '', mailFolder = '', webhookUrl = '']: readonly string[]) {
  await runNotices({
    client: connectEventStore(eventStoreUrl),
    databaseUrl,
    policies: policiesWithBo(webhookUrl),
    mailFolder,
    webhookSecrets: WEBHOOK_SECRETS,
    onFailure: (error) => process.stderr.write(`${String(error)}\n`),
  });
}

const [, program, ...rest] = process.argv;
if (program === __filename) void main(rest);
