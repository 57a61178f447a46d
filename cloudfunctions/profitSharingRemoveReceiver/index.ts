import { profitSharingRemoveReceiver } from '../../shared/generated/operations/profitSharingRemoveReceiver';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingRemoveReceiver);
