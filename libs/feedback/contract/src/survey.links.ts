/**
 * Links by which customers answer: nobody can guess one, and whoever has it needs nothing else. The same for the same
 * invitation, always. Bound by whoever starts the platform; nowhere in the log.
 */
export abstract class SurveyLinks {
  /** Absolute, such as `https://service.example.com/s/…`. */
  abstract linkOf(invitationId: string): string;

  /** The id of the invitation; undefined where nobody was given that link. */
  abstract invitationOf(token: string): string | undefined;
}
