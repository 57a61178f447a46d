// Generated from schemas/operations/profitSharingBill.json by `npm run generate`. Do not edit.

import { profitSharingBill } from '../../shared/generated/operations/profitSharingBill';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingBill);
