import { profitSharingAfterSales } from '../../shared/generated/operations/profitSharingAfterSales';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingAfterSales);
