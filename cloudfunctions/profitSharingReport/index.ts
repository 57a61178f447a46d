import { report } from '../../shared/report';

export const main = report();
