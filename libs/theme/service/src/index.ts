export { StoredProblemCases } from './stored-problem.cases';
export { StoredProblemImpact } from './stored-problem.impact';
export { StoredThemedTexts } from './stored-themed.texts';
export { themeAutomation, type ThemeAutomationOptions } from './theme.automation';
export { ThemeHttpModule } from './theme.http.module';
export { ThemePortsModule } from './theme-ports.module';
export { ThemeModule } from './theme.module';
export { themeRejectionStatuses } from './theme.statuses';
export { themeEntities, themeMigrations } from './theme.tables';
