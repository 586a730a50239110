import { Inject, Injectable } from '@nestjs/common';
import { CustomerFactsPages, type KnownCustomer } from '@tenure/behaviour-contract';
import { CustomerDirectory } from '@tenure/customer-contract';
import { whyNotAsked, type AskedCustomer } from '@tenure/feedback-core';
import {
  ComparisonTally,
  inForce,
  isOfKind,
  PolicyComparator,
  type PolicyComparison,
  type PolicyDraft,
  type PolicyKind,
  type PublishedPolicy,
  type SurveyContent,
} from '@tenure/policy-contract';
import { withConnection } from '@tenure/postgres';
import { DataSource } from 'typeorm';
import { askedCustomers } from './asked.customers';

const PAGE = 1_000;
const NOTES = ['Looked at as if all customers were asked today: by whom it asks, days of rest, address and consent.'];

/** Which of today's customers the draft would ask, and which the survey in force. */
@Injectable()
export class SurveyComparator extends PolicyComparator {
  readonly kinds: readonly PolicyKind[] = ['survey'];

  constructor(
    @Inject(CustomerFactsPages) private readonly pages: CustomerFactsPages,
    @Inject(CustomerDirectory) private readonly customers: CustomerDirectory,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {
    super();
  }

  async compare(draft: PolicyDraft, published: readonly PublishedPolicy[], at: string): Promise<PolicyComparison> {
    if (draft.kind !== 'survey') throw new Error(`A draft of kind ${draft.kind} was given to that of surveys`);
    const today = contentAt(published, at);
    const tally = new ComparisonTally();
    let last: string | undefined;
    for (let isMore = true; isMore;) {
      const page = await this.pages.after(last, PAGE, at);
      for (const [customerId, customer] of await this.#known(draft.policyId, page)) {
        tally.looked();
        const [from, to] = [askedBy(today, customer, at), askedBy(draft.content, customer, at)];
        if (from !== to) tally.changed(from, to, { id: customerId, customerId, from, to });
      }
      last = page.at(-1)?.customerId;
      isMore = page.length === PAGE;
    }
    return tally.result('customers', NOTES);
  }

  async #known(
    surveyId: string,
    page: readonly KnownCustomer[],
  ): Promise<readonly (readonly [string, AskedCustomer])[]> {
    const asked = page.map(({ customerId }) => ({ surveyId, customerId }));
    const addresses = await this.customers.find(page.map(({ customerId }) => customerId));
    const last = await withConnection(this.dataSource, (client) => askedCustomers.find(client, asked));
    return page.map(({ customerId, facts }) => {
      const address = addresses.get(customerId);
      const askedAt = last.get(askedCustomers.keyOf({ surveyId, customerId }));
      return [customerId, { facts, ...(address && { address }), ...(askedAt !== undefined && { askedAt }) }];
    });
  }
}

function contentAt(published: readonly PublishedPolicy[], at: string): SurveyContent | undefined {
  const known = inForce(published, at);
  return known && isOfKind(known, 'survey') ? known.content : undefined;
}

/** `asked`, or why not. */
const askedBy = (survey: SurveyContent | undefined, customer: AskedCustomer, at: string): string =>
  survey === undefined ? 'no survey' : (whyNotAsked(survey, customer, at) ?? 'asked');
