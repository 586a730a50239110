import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { IsInstant, MayBeAbsent } from '@tenure/shared-contract';
import { OnComplaint } from './complaint.command';

const SHA_256 = /^[0-9a-f]{64}$/;

/** Whoever knows the token may see the progress; the token itself is never sent or stored. */
export class IssueProgressLink extends OnComplaint {
  readonly type = 'IssueProgressLink';

  @ApiProperty({ pattern: SHA_256.source, description: 'SHA-256 of the token, in lower-case hexadecimal.' })
  @Matches(SHA_256, { message: '$property must be 64 hexadecimal digits in lower case' })
  readonly linkHash!: string;

  @ApiPropertyOptional({ format: 'date-time', description: 'When the link ends; never, where it is left out.' })
  @MayBeAbsent()
  @IsInstant()
  readonly expiresAt?: string;
}
