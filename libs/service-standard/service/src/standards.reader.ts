import { Inject, Injectable } from '@nestjs/common';
import { PolicyBook } from '@tenure/policy-contract';
import { USUAL_STANDARD, type StandardsBook } from '@tenure/service-standard-core';
import { LiveStandards } from './live.standards';

/** The published policies that clocks are judged by, as of the asking. */
@Injectable()
export class StandardsReader {
  constructor(@Inject(PolicyBook) private readonly policies: PolicyBook) {}

  /** With all that the standards asked for name, and the usual standard. */
  async read(standardIds: Iterable<string | null>): Promise<StandardsBook> {
    const standards = new LiveStandards(this.policies);
    const ids = new Set([USUAL_STANDARD, ...[...standardIds].filter((id) => id !== null)]);
    await standards.include(ids);
    return standards.book;
  }
}
