import { receive } from '../../shared/notify';

export const main = receive();
