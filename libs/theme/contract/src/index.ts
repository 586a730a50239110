export { THEME_SOURCES, themeCodec, type ThemeEvent, type ThemesCorrected, type ThemeSource } from './theme.events';
export { ThemedTexts, type ThemedQuestion } from './themed.texts';
