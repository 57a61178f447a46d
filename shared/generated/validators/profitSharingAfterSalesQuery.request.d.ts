import type { Check } from '../../operation';

export declare const request: Check;
