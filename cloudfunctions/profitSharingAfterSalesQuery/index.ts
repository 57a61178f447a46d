// Generated from schemas/operations/profitSharingAfterSalesQuery.json by `npm run generate`. Do not edit.

import { profitSharingAfterSalesQuery } from '../../shared/generated/operations/profitSharingAfterSalesQuery';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingAfterSalesQuery);
