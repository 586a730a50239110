import { InvalidSettingsError, type SettingProblem } from './errors';
import { PRESETS } from './profile.presets';
import type { Setting } from './setting';
import { SETTINGS } from './settings';

export type Config = {
  readonly [Name in keyof typeof SETTINGS]: (typeof SETTINGS)[Name] extends Setting<infer Value> ? Value : never;
};

/** Texts by setting name, as in `process.env`; what is empty counts as not given. */
export type SettingTexts = Readonly<Record<string, string | undefined>>;

const OWN_PREFIX = 'TENURE_';

/**
 * Reads every setting once. `overrides` (say, options of the command line) win over `environment`, and that over what
 * the profile sets. Throws
 * InvalidSettingsError with all wrong settings together, unknown ones that carry the platform's prefix among them.
 */
export function loadConfig(environment: SettingTexts = process.env, overrides: SettingTexts = {}): Config {
  const problems: SettingProblem[] = unknownSettings({ ...environment, ...overrides });
  let presets: SettingTexts = {};
  const read = <Value>(setting: Setting<Value>): Value => {
    const { name, fallback, parse } = setting;
    const given = overrides[name] || environment[name] || presets[name];
    if (!given) return fallback;
    const value = parse(given);
    if (value === undefined) problems.push(...problemsOf(setting, given));
    return value ?? fallback;
  };
  const profile = read(SETTINGS.profile);
  presets = PRESETS[profile];
  const config: Config = {
    profile,
    port: read(SETTINGS.port),
    host: read(SETTINGS.host),
    dataDir: read(SETTINGS.dataDir),
    eventStoreUrl: read(SETTINGS.eventStoreUrl),
    databaseUrl: read(SETTINGS.databaseUrl),
    databaseConnections: read(SETTINGS.databaseConnections),
    feed: read(SETTINGS.feed),
    kafkaBrokers: read(SETTINGS.kafkaBrokers),
    eventsTopic: read(SETTINGS.eventsTopic),
    sample: read(SETTINGS.sample),
    smtpUrl: read(SETTINGS.smtpUrl),
    mailFrom: read(SETTINGS.mailFrom),
    mailFolder: read(SETTINGS.mailFolder),
    webhookSecrets: read(SETTINGS.webhookSecrets),
    publicUrl: read(SETTINGS.publicUrl),
    linkKey: read(SETTINGS.linkKey),
    logLevel: read(SETTINGS.logLevel),
    bodyLimitBytes: read(SETTINGS.bodyLimitBytes),
    rateLimitPerMinute: read(SETTINGS.rateLimitPerMinute),
    waitForLimitMs: read(SETTINGS.waitForLimitMs),
    stalledAfterMs: read(SETTINGS.stalledAfterMs),
    url: read(SETTINGS.url),
  };
  if (problems.length > 0) throw new InvalidSettingsError(problems);
  return config;
}

/** A misspelt setting would otherwise be passed over in silence. */
function unknownSettings(given: SettingTexts): SettingProblem[] {
  const known = new Set(Object.values(SETTINGS).map(({ name }) => name));
  return Object.keys(given)
    .filter((name) => name.startsWith(OWN_PREFIX) && given[name] && !known.has(name))
    .map((setting) => ({ setting, message: `${setting} is not a setting; the README lists those there are` }));
}

const problemsOf = ({ name, form, flaws }: Setting<unknown>, given: string): SettingProblem[] =>
  (flaws?.(given).map((flaw) => `${name}: ${flaw}`) ?? [`${name} must be ${form}, not ${quoted(name, given)}`]).map(
    (message) => ({ setting: name, message }),
  );

/** Addresses may carry a password, which must not end up on a terminal or in a log. */
const quoted = (name: string, given: string): string => (name.endsWith('_URL') ? 'what was given' : `"${given}"`);
