import type { Check } from '../../operation';

export declare const request: Check;
export declare const reply: Check;
