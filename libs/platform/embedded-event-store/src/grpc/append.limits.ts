/** Of one append, whatever its number of events: data, metadata and types together. */
export const MAX_APPEND_BYTES = 1024 * 1024;
