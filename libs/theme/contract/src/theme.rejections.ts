export type ThemeRejection = 'themes-unknown';
