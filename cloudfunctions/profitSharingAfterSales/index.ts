// Generated from schemas/operations/profitSharingAfterSales.json by `npm run generate`. Do not edit.

import { profitSharingAfterSales } from '../../shared/generated/operations/profitSharingAfterSales';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingAfterSales);
