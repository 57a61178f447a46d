export type { Answer } from './actions';
export { handleControl } from './handleControl';
