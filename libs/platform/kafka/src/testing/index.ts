export { openLogTopic, plainCodec, publishUpTo, readUpTo } from './log.topic';
