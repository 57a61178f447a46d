import { profitSharingReturnQuery } from '../../shared/generated/operations/profitSharingReturnQuery';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingReturnQuery);
