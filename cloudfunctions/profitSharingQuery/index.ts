import { profitSharingQuery } from '../../shared/generated/operations/profitSharingQuery';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingQuery);
