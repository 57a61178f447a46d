// Generated from schemas/operations/profitSharingMerchantRatioQuery.json by `npm run generate`. Do not edit.

import { profitSharingMerchantRatioQuery } from '../../shared/generated/operations/profitSharingMerchantRatioQuery';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingMerchantRatioQuery);
