import type { ComplaintEvent } from '@tenure/complaint-contract';
import { specify } from '@tenure/kernel/testing';
import { complaint } from './complaint.decider';
import { refusalAsOriginal } from './complaint-intake.decider';
import {
  continued,
  held,
  ids,
  later,
  latest,
  link,
  linked,
  onCase,
  opened,
  resolved,
} from './testing/complaint.fixture';

const { given } = specify(complaint);

describe('what a complaint is judged by', () => {
  const classify = { type: 'ClassifyComplaint', ...onCase, urgency: 'urgent', by: 'bo' } as const;
  const agree = { type: 'AgreeComplaintDueDate', ...onCase, dueAt: latest, by: 'bo' } as const;

  it('is told as a whole when a part of it changes', () =>
    given(opened)
      .when(classify)
      .then({
        type: 'ComplaintClassified',
        data: { ...ids, urgency: 'urgent', complexity: 'routine', by: 'bo', classifiedAt: later },
      }));
  it('can be agreed, but not as due before the opening', () => {
    given(opened)
      .when(agree)
      .then({ type: 'ComplaintDueDateAgreed', data: { ...ids, dueAt: latest, by: 'bo', agreedAt: later } });
    given(opened)
      .when({ ...agree, dueAt: '2013-07-29T08:59:59Z' })
      .thenRejected('complaint-due-before-opening');
  });
  it('does not change once it is resolved', () => {
    given(opened, resolved).when(classify).thenRejected('complaint-not-open');
    given(opened, resolved).when(agree).thenRejected('complaint-not-open');
  });
});

describe('a duplicate', () => {
  it('is closed, and names the case that is worked on', () => given(opened).when(link).then(linked));
  it('is no longer held', () => given(opened, held).when(link).then(continued('linked-as-duplicate'), linked));
  it('is not one of itself, nor of two', () => {
    given(opened)
      .when({ ...link, duplicateOf: 'c-1' })
      .thenRejected('complaint-duplicate-of-itself');
    given(opened, linked)
      .when({ ...link, duplicateOf: 'c-2' })
      .thenRejected('complaint-already-linked-differently');
  });
  it('was not resolved by itself', () => given(opened, resolved).when(link).thenRejected('complaint-not-open'));
  it('needs an original that is there and is no duplicate', () => {
    expect(refusalAsOriginal(given().state())).toBe('complaint-original-not-found');
    expect(refusalAsOriginal(given(opened, linked).state())).toBe('complaint-original-is-duplicate');
    expect(refusalAsOriginal(given(opened).state())).toBeUndefined();
    expect(refusalAsOriginal(given(opened, resolved).state())).toBeUndefined();
  });
});

describe('a link to the progress', () => {
  const linkHash = 'a'.repeat(64);
  const issue = { type: 'IssueProgressLink', ...onCase, linkHash } as const;
  const issued: ComplaintEvent = {
    type: 'ComplaintProgressLinkIssued',
    data: { ...ids, linkHash, issuedAt: later },
  };

  it('is kept as a hash, once, also for a settled case', () => {
    given(opened).when(issue).then(issued);
    given(opened, resolved).when(issue).then(issued);
  });
  it('ends after it begins', () => {
    given(opened)
      .when({ ...issue, expiresAt: latest })
      .then({ ...issued, data: { ...ids, linkHash, issuedAt: later, expiresAt: latest } });
    given(opened)
      .when({ ...issue, expiresAt: later })
      .thenRejected('complaint-progress-link-ends-before-issued');
  });
});
