import type { Check } from '../../operation';

export declare const reply: Check;
