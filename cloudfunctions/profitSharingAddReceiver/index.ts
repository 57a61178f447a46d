// Generated from schemas/operations/profitSharingAddReceiver.json by `npm run generate`. Do not edit.

import { profitSharingAddReceiver } from '../../shared/generated/operations/profitSharingAddReceiver';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingAddReceiver);
