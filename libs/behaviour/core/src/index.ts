export { contract, type Contract } from './contract.decider';
export { customerBehaviour, type CustomerBehaviourRow } from './customer-behaviour.projection';
export { signal, type Signal } from './signal.decider';
