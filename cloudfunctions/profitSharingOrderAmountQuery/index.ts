// Generated from schemas/operations/profitSharingOrderAmountQuery.json by `npm run generate`. Do not edit.

import { profitSharingOrderAmountQuery } from '../../shared/generated/operations/profitSharingOrderAmountQuery';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingOrderAmountQuery);
