import { profitSharingAddReceiver } from '../../shared/generated/operations/profitSharingAddReceiver';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingAddReceiver);
