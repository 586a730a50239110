export { day, history } from './customer.history';
