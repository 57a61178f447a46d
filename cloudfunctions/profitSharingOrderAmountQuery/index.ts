import { profitSharingOrderAmountQuery } from '../../shared/generated/operations/profitSharingOrderAmountQuery';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingOrderAmountQuery);
