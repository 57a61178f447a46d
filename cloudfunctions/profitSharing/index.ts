import { profitSharing } from '../../shared/generated/operations/profitSharing';
import { serve } from '../../shared/serve';

export const main = serve(profitSharing);
