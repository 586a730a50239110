export { EVERYTHING, openLogTopic, plainCodec, publishUpTo, readUpTo } from './log.topic';
