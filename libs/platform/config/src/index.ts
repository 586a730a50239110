export { loadConfig, type Config, type SettingTexts } from './config';
export { InvalidSettingsError, type SettingProblem } from './errors';
export { SETTINGS } from './settings';
export { settingsTable } from './settings.table';
