import { DEFAULT_POLICY_IDS, type PolicyBook, type PublishedPolicy } from '@tenure/policy-contract';

/** Every published policy that says when and how often customers are written to. */
export async function messagingPolicies(policies: PolicyBook): Promise<readonly PublishedPolicy[]> {
  const messaging = await policies.versions('messaging', DEFAULT_POLICY_IDS.messaging);
  const calendars = await all(
    'calendar',
    messaging.map(({ content }) => content.hoursCalendarId),
  );
  const holidays = await all(
    'holidays',
    calendars.map(({ content }) => content.holidaysId),
  );
  return [...messaging, ...calendars, ...holidays];

  async function all<Kind extends 'calendar' | 'holidays'>(
    kind: Kind,
    ids: readonly (string | undefined)[],
  ): Promise<readonly PublishedPolicy<Kind>[]> {
    const named = [...new Set(ids)].filter((id) => id !== undefined);
    return (await Promise.all(named.map((id) => policies.versions(kind, id)))).flat();
  }
}
