import { HttpStatus } from '@nestjs/common';
import type { ChurnRejection } from '@tenure/churn-contract';
import { ProblemError } from '@tenure/http';

export const churnRejectionStatuses: Readonly<Record<ChurnRejection, HttpStatus>> = {
  'churn-model-not-found': HttpStatus.NOT_FOUND,
  'churn-period-too-short': HttpStatus.UNPROCESSABLE_ENTITY,
  'churn-nothing-to-learn': HttpStatus.UNPROCESSABLE_ENTITY,
  'churn-model-saw-the-outcome': HttpStatus.CONFLICT,
  'churn-outcome-not-over': HttpStatus.CONFLICT,
  'churn-nobody-to-judge': HttpStatus.UNPROCESSABLE_ENTITY,
};

const TITLES: Readonly<Record<ChurnRejection, string>> = {
  'churn-model-not-found': 'There is no such model',
  'churn-period-too-short': 'The period is too short',
  'churn-nothing-to-learn': 'There is nothing to learn',
  'churn-model-saw-the-outcome': 'The model was fitted on what it would be judged by',
  'churn-outcome-not-over': 'What came of it is not over yet',
  'churn-nobody-to-judge': 'There is nobody to judge',
};

export const refused = (code: ChurnRejection, detail: string): ProblemError =>
  new ProblemError({
    type: `urn:tenure:problem:${code}`,
    title: TITLES[code],
    status: churnRejectionStatuses[code],
    detail,
  });
