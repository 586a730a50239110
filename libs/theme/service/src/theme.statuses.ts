import { HttpStatus } from '@nestjs/common';
import type { RejectionStatuses } from '@tenure/http';
import type { ThemeRejection } from '@tenure/theme-contract';

export const themeRejectionStatuses: RejectionStatuses<ThemeRejection> = {
  'themes-unknown': HttpStatus.UNPROCESSABLE_ENTITY,
  'command-id-reused': HttpStatus.CONFLICT,
};
