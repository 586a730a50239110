export { CorrectThemes, themeCommands, type ThemeCommand } from './theme.commands';
export { THEME_SOURCES, themeCodec, type ThemeEvent, type ThemesCorrected, type ThemeSource } from './theme.events';
export type { ThemeRejection } from './theme.rejections';
export { ThemedTexts, type ThemedQuestion } from './themed.texts';
