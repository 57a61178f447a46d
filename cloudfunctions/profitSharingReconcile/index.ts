import { reconcile } from '../../shared/reconcile';

export const main = reconcile();
