import type { CustomerConsent, CustomerDirectory } from '@tenure/customer-contract';
import {
  customerOfRecipient,
  NOTICE_LANGUAGES,
  personNamed,
  type NoticeLanguage,
  type Wording,
} from '@tenure/notice-core';
import {
  DEFAULT_POLICY_IDS,
  type NoticeRecipient,
  type PolicyBook,
  type RecipientsContent,
  type RecipientWebhook,
} from '@tenure/policy-contract';

/** Somebody who can be told, and how. */
export interface Recipient {
  readonly personId: string;
  /** The id, where the name is not known. */
  readonly name: string;
  /** Both, where it is not known which one the person reads. */
  readonly languages: readonly NoticeLanguage[];
  readonly timeZone: string;
  readonly email?: string;
  readonly webhook?: RecipientWebhook;
  /** Of a customer: what they said on being written to. */
  readonly consents?: readonly CustomerConsent[];
}

const NO_TIME_ZONE = 'UTC';

interface Looked {
  readonly atMs: number;
  readonly found: Promise<Recipients>;
}

/** Who is who, by the policies in force; customers by the directory. Everybody else has an inbox, in both languages. */
export class RecipientBook {
  #looked: Looked | undefined;

  /** What was looked up is good for `keepMs`: of a thousand notices not each has to ask. */
  constructor(
    private readonly policies: PolicyBook,
    private readonly keepMs = 0,
    private readonly customers?: CustomerDirectory,
  ) {}

  /** Those in force at a moment (ISO 8601). */
  at(moment: string): Promise<Recipients> {
    const atMs = Date.parse(moment);
    const known = this.#looked;
    if (known && atMs >= known.atMs && atMs < known.atMs + this.keepMs) return known.found;
    const looked: Looked = { atMs, found: this.#lookUp(moment) };
    this.#looked = looked;
    looked.found.catch(() => {
      if (this.#looked === looked) this.#looked = undefined;
    });
    return looked.found;
  }

  /** A person, or a customer: by what a notice names as its recipient. */
  async find(recipient: string, among: Recipients): Promise<Recipient> {
    const customerId = customerOfRecipient(recipient);
    const known = among.find(recipient);
    if (customerId === undefined) return known;
    const address = (await this.customers?.find([customerId]))?.get(customerId);
    const { name = customerId, email, consents = [] } = address ?? {};
    return { ...known, name, email, consents };
  }

  async #lookUp(moment: string): Promise<Recipients> {
    const policy = await this.policies.inForce('recipients', DEFAULT_POLICY_IDS.recipients, moment);
    return new Recipients(policy?.content ?? { people: [] });
  }

  /** Ids of the persons who may approve, by one version of a remedy policy. */
  async approvers(policyId: string, version: number): Promise<readonly string[]> {
    const policy = await this.policies.version('remedy', policyId, version);
    return policy?.content.approvers ?? [];
  }

  /** Ids of the persons in the first step of the escalation in force that names any. */
  async firstEscalation(moment: string): Promise<readonly string[]> {
    const policy = await this.policies.inForce('escalation', DEFAULT_POLICY_IDS.escalation, moment);
    const named = (policy?.content.steps ?? []).map(({ notify }) => notify.flatMap(personNamed));
    return named.find((persons) => persons.length > 0) ?? [];
  }
}

export class Recipients {
  readonly #people: ReadonlyMap<string, NoticeRecipient>;

  constructor(private readonly content: RecipientsContent) {
    this.#people = new Map(content.people.map((person) => [person.personId, person]));
  }

  get everybody(): readonly string[] {
    return [...this.#people.keys()];
  }

  readonly nameOf = (personId: string): string => this.#people.get(personId)?.name ?? personId;

  /** One for each language that the recipient reads. */
  wordingsFor({ languages, timeZone }: Recipient): readonly Wording[] {
    return languages.map((language) => ({ language, timeZone, nameOf: this.nameOf }));
  }

  find(personId: string): Recipient {
    const { timeZone = NO_TIME_ZONE } = this.content;
    const known = this.#people.get(personId);
    if (!known) return { personId, name: this.nameOf(personId), languages: NOTICE_LANGUAGES, timeZone };
    const { language, ...person } = known;
    return { timeZone, ...person, languages: [language] };
  }
}
