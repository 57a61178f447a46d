import { profitSharingBill } from '../../shared/generated/operations/profitSharingBill';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingBill);
