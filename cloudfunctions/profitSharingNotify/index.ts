import { notify } from '../../shared/notify';

export const main = notify();
