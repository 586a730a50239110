export type ThemeRejection = 'themes-unknown' | 'themes-text-not-found';
