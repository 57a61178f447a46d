import { profitSharingReturn } from '../../shared/generated/operations/profitSharingReturn';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingReturn);
