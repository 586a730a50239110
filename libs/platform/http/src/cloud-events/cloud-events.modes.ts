/** Media types of the CloudEvents JSON format (CloudEvents JSON Event Format 1.0.2, 3 and 4). */
export const STRUCTURED = 'application/cloudevents+json';
export const BATCH = 'application/cloudevents-batch+json';

export const PUBLISH_EVENTS = 'publishEvents';
