export { ownPagesOnly } from '../http/ownPagesOnly';
export type { Answer } from '../wechatpay/control/actions';
export { controlRoutes } from './controlRoutes';
export { handleControl } from './handleControl';
