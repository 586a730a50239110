import { HttpStatus } from '@nestjs/common';
import type { RejectionStatuses } from '@tenure/http';
import type { ProblemRejection } from '@tenure/improvement-contract';

export const problemRejectionStatuses: RejectionStatuses<ProblemRejection> = {
  'problem-no-policy-in-force': HttpStatus.CONFLICT,
  'problem-not-found': HttpStatus.NOT_FOUND,
  'problem-already-opened-differently': HttpStatus.CONFLICT,
  'problem-since-in-future': HttpStatus.UNPROCESSABLE_ENTITY,
  'problem-same-as-itself': HttpStatus.UNPROCESSABLE_ENTITY,
  'problem-closed': HttpStatus.CONFLICT,
  'problem-not-closed': HttpStatus.CONFLICT,
  'problem-before-opened': HttpStatus.UNPROCESSABLE_ENTITY,
  'problem-why-unknown': HttpStatus.UNPROCESSABLE_ENTITY,
  'problem-why-loop': HttpStatus.UNPROCESSABLE_ENTITY,
  'problem-why-has-reasons': HttpStatus.CONFLICT,
  'command-id-reused': HttpStatus.CONFLICT,
};
