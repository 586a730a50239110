/** The embedded PostgreSQL server can't be installed, started or stopped. Nothing in its folder was changed. */
export class EmbeddedPostgresError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
  }
}
