// Generated from schemas/operations/profitSharingRemoveReceiver.json by `npm run generate`. Do not edit.

import { profitSharingRemoveReceiver } from '../../shared/generated/operations/profitSharingRemoveReceiver';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingRemoveReceiver);
