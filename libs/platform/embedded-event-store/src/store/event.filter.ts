import type { LoggedEvent } from '../log/logged-event';
import { readRecordedEvent } from '../streams/recorded-event.codec';

/** A choice among the events of `$all`. With neither prefixes nor pattern it lets everything through. */
export type FilterSpecification = {
  on: 'stream' | 'type';
  prefixes: string[];
  pattern: string;
  /** Events to consider between two checkpoints. */
  checkpointInterval: number;
};

/** Throws SyntaxError where the pattern is no regular expression. */
export function compileFilter({ on, prefixes, pattern }: FilterSpecification): (event: LoggedEvent) => boolean {
  const expression = pattern === '' ? undefined : new RegExp(pattern);
  const accepts = (text: string): boolean =>
    expression === undefined
      ? prefixes.length === 0 || prefixes.some((prefix) => text.startsWith(prefix))
      : expression.test(text);
  return (logged) => {
    const event = readRecordedEvent(logged);
    return accepts(on === 'stream' ? event.streamName : event.type);
  };
}
