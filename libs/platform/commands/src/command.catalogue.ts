import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, ValidationTypes, type ValidationError } from 'class-validator';
import type { Command, CommandDescription } from '@tenure/shared-contract';

/** One thing wrong with what was sent: `path` as in `lines[3].quantity`. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** The command is not of its type's form; names every wrong field. */
export class InvalidCommandError extends Error {
  override readonly name = 'InvalidCommandError';
  constructor(
    readonly commandType: string,
    readonly problems: readonly Problem[],
  ) {
    super(`${commandType} is not valid: ${problems.map(({ message }) => message).join('; ')}`);
  }
}

/** No command goes by that name. */
export class UnknownCommandError extends Error {
  override readonly name = 'UnknownCommandError';
  constructor(
    readonly commandType: string,
    readonly known: readonly string[],
  ) {
    super(`${commandType} is not a known type; known are ${known.join(', ')}`);
  }
}

/** All commands that can come from outside, by name and by CloudEvents type. */
export class CommandCatalogue {
  readonly #byType = new Map<string, CommandDescription>();
  readonly #byCloudEventType = new Map<string, CommandDescription>();

  /** What is said to happen ahead of `now` (ISO 8601) is refused where there is a clock to tell. */
  constructor(
    readonly descriptions: readonly CommandDescription[],
    private readonly now?: () => string,
  ) {
    for (const description of descriptions) {
      this.#byType.set(new description.command().type, description);
      this.#byCloudEventType.set(description.cloudEventType, description);
    }
  }

  /** Throws UnknownCommandError, InvalidCommandError. */
  parse(type: string, payload: object): Command {
    return this.#parse(type, this.#byType, payload);
  }

  /** A command whose content has passed `parse` before. Throws UnknownCommandError. */
  restore(type: string, payload: object): Command {
    const made = new (descriptionOf(type, this.#byType).command)();
    return Object.assign(made, payload, { type: made.type });
  }

  /** Throws UnknownCommandError, InvalidCommandError. */
  parseCloudEvent(cloudEventType: string, payload: object): Command {
    return this.#parse(cloudEventType, this.#byCloudEventType, payload);
  }

  #parse(type: string, known: ReadonlyMap<string, CommandDescription>, payload: object): Command {
    const command = toCommand(descriptionOf(type, known), payload);
    const errors = validateSync(command, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
    const problems = errors.length > 0 ? problemsOf(errors) : problemsAhead(command, this.now?.());
    if (problems.length > 0) throw new InvalidCommandError(type, problems);
    return command;
  }
}

/** As far as the clocks of senders may be ahead of the platform's. */
const MOST_MINUTES_AHEAD = 5;

/** Nothing has happened yet that is still to come: facts of the future would be judged before their time. */
function problemsAhead({ occurredAt }: Command, now: string | undefined): Problem[] {
  if (now === undefined || Date.parse(occurredAt) <= Date.parse(now) + MOST_MINUTES_AHEAD * 60_000) return [];
  const clock = `${MOST_MINUTES_AHEAD} minutes ahead of the platform's clock, which stands at ${now}`;
  return [{ path: 'occurredAt', message: `occurredAt ${occurredAt} is more than ${clock}` }];
}

function descriptionOf(type: string, known: ReadonlyMap<string, CommandDescription>): CommandDescription {
  const description = known.get(type);
  if (!description) throw new UnknownCommandError(type, [...known.keys()]);
  return description;
}

/**
 * Only what is validated as an instance is made one: copying the hundreds of lines of a purchase, which one check looks
 * at as they are, would cost more than all else that is done with it.
 */
function toCommand({ command }: CommandDescription, payload: object): Command {
  const nested = nestedProperties(command);
  const members = Object.entries(payload);
  const instances = members.filter(([name]) => nested.has(name));
  const made = instances.length > 0 ? plainToInstance(command, Object.fromEntries(instances)) : new command();
  for (const [name, value] of members) {
    // Assigning members of those names would change the command's class or what it is.
    if (!nested.has(name) && name !== '__proto__' && name !== 'type') Reflect.set(made, name, value);
  }
  return made;
}

const nestedByClass = new WeakMap<object, ReadonlySet<string>>();

function nestedProperties(command: CommandDescription['command']): ReadonlySet<string> {
  const known = nestedByClass.get(command);
  if (known) return known;
  const checks = getMetadataStorage().getTargetValidationMetadatas(command, '', false, false);
  const nested = checks.filter(({ type }) => type === ValidationTypes.NESTED_VALIDATION);
  const names = new Set(nested.map(({ propertyName }) => propertyName));
  nestedByClass.set(command, names);
  return names;
}

export function problemsOf(errors: readonly ValidationError[], parent = ''): Problem[] {
  return errors.flatMap((error) => {
    const path = pathOf(parent, error.property);
    const own = Object.values(error.constraints ?? {}).map((message) => ({ path: placeIn(message, path), message }));
    return [...own, ...problemsOf(error.children ?? [], path)];
  });
}

/** A validator of a whole list names the place itself, as in `lines[3].quantity must be a positive integer`. */
function placeIn(message: string, path: string): string {
  const [place = path] = message.split(' ', 1);
  return place.startsWith(`${path}[`) || place.startsWith(`${path}.`) ? place : path;
}

function pathOf(parent: string, property: string): string {
  if (!parent) return property;
  return /^\d+$/.test(property) ? `${parent}[${property}]` : `${parent}.${property}`;
}
