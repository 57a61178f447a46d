import type { Test } from '../../operation';

export declare const accepts: Test;
