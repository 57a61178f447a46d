import { profitSharingAfterSalesQuery } from '../../shared/generated/operations/profitSharingAfterSalesQuery';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingAfterSalesQuery);
