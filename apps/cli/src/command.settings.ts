import type { Command } from 'commander';
import { loadConfig, type Config } from '@tenure/config';

const SETTING_OF_OPTION: Readonly<Record<string, string>> = {
  dataDir: 'TENURE_DATA_DIR',
  port: 'PORT',
  host: 'TENURE_HOST',
  sample: 'TENURE_SAMPLE',
  url: 'TENURE_URL',
};

/** The settings, with those options of a command that stand for one. Throws InvalidSettingsError. */
export function settingsOf(command: Command): Config {
  const options: Record<string, unknown> = command.optsWithGlobals();
  const overrides: Record<string, string> = {};
  for (const [option, setting] of Object.entries(SETTING_OF_OPTION)) {
    const value = options[option];
    if (typeof value === 'string') overrides[setting] = value;
  }
  return loadConfig(undefined, overrides);
}
