import type { Validate } from '../../operation';

export declare const request: Validate;
