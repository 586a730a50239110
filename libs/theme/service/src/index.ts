export { themeAutomation, type ThemeAutomationOptions } from './theme.automation';
export { ThemeModule } from './theme.module';
export { themeEntities, themeMigrations } from './theme.tables';
