export { startApi, type ApiOptions } from './start.api';
export { startEventIngress, type EventIngressOptions } from './ingress/start.event-ingress';
