/** What the shell is told. */
export const EXIT_OK = 0;
export const EXIT_FAILED = 1;
/** The command line or a setting is wrong. */
export const EXIT_USAGE = 2;
