import { profitSharingMerchantRatioQuery } from '../../shared/generated/operations/profitSharingMerchantRatioQuery';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingMerchantRatioQuery);
