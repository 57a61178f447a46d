export type { Answer } from './actions';
export { controlRoutes } from './controlRoutes';
export { handleControl } from './handleControl';
export { ownPagesOnly } from './ownPagesOnly';
