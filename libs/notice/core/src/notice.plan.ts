import type { NoticeChannelName, NoticeIssued, NoticeParameters } from '@tenure/notice-contract';
import type { NotifyWhom } from '@tenure/policy-contract';
import type { TemplateName } from './notice.template';

/** Who is told; who that is may stand in a policy. */
export type Addressee =
  | { readonly kind: 'person'; readonly personId: string }
  /** The customer, at the address that is on record: by e-mail alone. */
  | { readonly kind: 'customer'; readonly customerId: string }
  /** Everybody in the policy of recipients but the one who did it. */
  | { readonly kind: 'everybody'; readonly except: string }
  /** Whom the escalation names first besides the owner: for what has no owner. */
  | { readonly kind: 'first-escalation' }
  /** Who may approve, by that version of the remedy policy. */
  | { readonly kind: 'approvers'; readonly policyId: string; readonly version: number };

/** What an event gives reason to tell, and whom. */
export interface NoticePlan {
  readonly template: TemplateName;
  readonly parameters: NoticeParameters;
  readonly addressees: readonly Addressee[];
  /** Absent: every way by which the person can be reached. */
  readonly channels?: readonly NoticeChannelName[];
  readonly caseId?: string;
  /** Where it goes to a customer. */
  readonly purpose?: NoticeIssued['purpose'];
}

export const person = (personId: string): Addressee => ({ kind: 'person', personId });

/** What a customer goes by where a person's id stands else. */
export const customerRecipient = (customerId: string): string => `${CUSTOMER}${customerId}`;

/** The customer's id in what `customerRecipient` made; undefined for persons. */
export const customerOfRecipient = (recipient: string): string | undefined =>
  recipient.startsWith(CUSTOMER) ? recipient.slice(CUSTOMER.length) : undefined;

/** No id has a slash in it, so that nobody can be named who would be taken for a customer. */
const CUSTOMER = 'customer/';

const PERSON = 'person:';

/** The id in `person:<id>`; none in `owner`. */
export const personNamed = (whom: NotifyWhom): readonly string[] =>
  whom.startsWith(PERSON) ? [whom.slice(PERSON.length)] : [];
