import type { IsValid } from '../../operation';

export declare const accepts: IsValid;
