import type { Validate } from '../../operation';

export declare const reply: Validate;
