import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { policyCommands } from '@tenure/policy-contract';
import { policy } from '@tenure/policy-core';
import { policyAggregate, policyFile } from '@tenure/policy-service';
import { decidingDomain } from './deciding-domain';

const SAMPLES = join(__dirname, '../../../infra/samples');
const DEFAULTS = join(__dirname, '../../../libs/policy/service/defaults');
const policiesIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.policy.json'));
const read = (file: string) => policyFile(file, readFileSync(file, 'utf8'));

describe('policies of the sample data', () => {
  it.each(policiesIn(SAMPLES))('%s can be drafted and published', (name) => {
    const { send, events } = decidingDomain({ ...policyAggregate, decider: policy }, policyCommands);
    const { policyId, effectiveFrom, ...drafted } = read(join(SAMPLES, name));
    const step = { policyId, version: 1, by: 'tenure', occurredAt: effectiveFrom };
    expect(send('DraftPolicy', { ...drafted, ...step })).toEqual({ status: 'accepted' });
    expect(send('PublishPolicy', { effectiveFrom, ...step })).toEqual({ status: 'accepted' });
    expect(events.map(({ type }) => type)).toEqual(['PolicyDrafted', 'PolicyPublished']);
  });

  it('are all that the mappings and they themselves name, with those that the platform comes with', () => {
    const there = [
      ...policiesIn(SAMPLES).map((name) => join(SAMPLES, name)),
      ...policiesIn(DEFAULTS).map((name) => join(DEFAULTS, name)),
    ].map((file) => read(file).policyId);
    const texts = readdirSync(SAMPLES)
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(join(SAMPLES, name), 'utf8'));
    const named = texts.flatMap((text) =>
      [...text.matchAll(/"(?:serviceStandard|calendarId|holidaysId|escalationId)": "([^"]+)"/g)].map(([, id]) => id),
    );
    expect(new Set(named)).toEqual(
      new Set([
        'cfpb-standard',
        'helpdesk-standard',
        'case-file-standard',
        'olist-standard',
        'escalation',
        'calendar-24x7',
        'calendar-24x7-new-york',
        'calendar-working-rome',
      ]),
    );
    expect(named.filter((id) => !there.includes(String(id)))).toEqual([]);
  });
});
