export { specify } from './given-when-then';
export { proveRepeatedCommandsYieldNoEvents } from './repeated-commands';
