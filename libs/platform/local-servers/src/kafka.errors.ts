/** The local Kafka broker can't be fetched, started or stopped; the message is one line that says why. */
export class LocalKafkaError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LocalKafkaError';
  }
}
