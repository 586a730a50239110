import type { PolicyBook, PublishedPolicy } from '@tenure/policy-contract';
import { standardsBook, type StandardsBook } from '@tenure/service-standard-core';

/** The published policies that cases are judged by, in memory: those of the standards asked for and all that they name. */
export class LiveStandards {
  readonly #standardIds = new Set<string>();
  #book: StandardsBook = standardsBook([]);

  constructor(private readonly policies: PolicyBook) {}

  /** As of the last reading. */
  get book(): StandardsBook {
    return this.#book;
  }

  /** Reads where a standard is asked for that no reading has included. */
  async include(standardIds: Iterable<string>): Promise<void> {
    const known = this.#standardIds.size;
    for (const id of standardIds) this.#standardIds.add(id);
    if (this.#standardIds.size > known) await this.reread();
  }

  async reread(): Promise<void> {
    const standards = (
      await Promise.all([...this.#standardIds].map((id) => this.policies.versions('service-standard', id)))
    ).flat();
    const targets = standards.flatMap(({ content }) => content.targets);
    const calendars = await this.#versions(
      'calendar',
      targets.map(({ calendarId }) => calendarId),
    );
    const others: readonly PublishedPolicy[][] = await Promise.all([
      this.#versions(
        'holidays',
        calendars.map(({ content }) => content.holidaysId),
      ),
      this.#versions(
        'escalation',
        targets.map(({ escalationId }) => escalationId),
      ),
    ]);
    this.#book = standardsBook([...standards, ...calendars, ...others.flat()]);
  }

  async #versions<Kind extends 'calendar' | 'holidays' | 'escalation'>(
    kind: Kind,
    ids: readonly (string | undefined)[],
  ): Promise<PublishedPolicy<Kind>[]> {
    const named = [...new Set(ids)].filter((id) => id !== undefined);
    return (await Promise.all(named.map((id) => this.policies.versions(kind, id)))).flat();
  }
}
