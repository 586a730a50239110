import { CreateThemes1700000003100 } from './theme.migration';
import { ThemeDayCountRow } from './theme-day-count.entity';
import { ThemedTextRow } from './themed-text.entity';

/** Tables of the automation: no projection has them. */
export const themeEntities = [ThemedTextRow, ThemeDayCountRow];
export const themeMigrations = [CreateThemes1700000003100];
