export { loadConfig, type Config, type SettingTexts } from './config';
export { InvalidSettingsError, type SettingProblem } from './errors';
export { FULL_PROFILE } from './profile.presets';
export { SETTINGS } from './settings';
export { settingsTable } from './settings.table';
export type { WebhookSecrets } from './webhook.secrets';
