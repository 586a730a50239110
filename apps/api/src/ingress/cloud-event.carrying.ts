import { problemOf, type CloudEventIngest, type ProblemDetails } from '@tenure/http';
import type { CarryOut, Refusal } from '@tenure/kafka';
import { cloudEventOf } from './cloud-event.record';

/** For what nobody has foreseen: it may pass, and must not hold up what follows for ever. */
const ATTEMPTS_AT_THE_UNEXPECTED = 6;
const UNAVAILABLE = 503;

/** Does with a record what `POST /events` does with the same event. */
export const carryOutCloudEvents =
  (ingest: CloudEventIngest): CarryOut =>
  async (record, attempt) => {
    try {
      await ingest.ingest(cloudEventOf(record));
      return undefined;
    } catch (error) {
      const problem = problemOf(error);
      if (mayPass(problem, attempt)) throw error;
      return refusalOf(problem);
    }
  };

const mayPass = ({ status }: ProblemDetails, attempt: number): boolean =>
  status === UNAVAILABLE || (status >= 500 && attempt < ATTEMPTS_AT_THE_UNEXPECTED);

const refusalOf = ({ type, detail, errors = [] }: ProblemDetails): Refusal => ({
  code: type.split(':').at(-1) ?? type,
  detail,
  problems: errors,
});
