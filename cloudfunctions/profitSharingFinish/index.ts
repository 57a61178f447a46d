import { profitSharingFinish } from '../../shared/generated/operations/profitSharingFinish';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingFinish);
