const PREFIX = 'tenure.projection';

/** The compacted topic of a projection's rows. */
export const changeTopic = (projection: string, prefix = PREFIX): string => `${prefix}.${projection}`;

export const CHANGE_TOPIC_PARTITIONS = 6;
