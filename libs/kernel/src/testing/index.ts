export { specify } from './given-when-then';
export { projected, recordAll } from './projected';
export { proveRepeatedCommandsYieldNoEvents } from './repeated-commands';
