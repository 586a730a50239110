export { purchase } from './purchase.decider';
export type { Purchase } from './purchase.state';
