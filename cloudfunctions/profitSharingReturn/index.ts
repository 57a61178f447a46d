// Generated from schemas/operations/profitSharingReturn.json by `npm run generate`. Do not edit.

import { profitSharingReturn } from '../../shared/generated/operations/profitSharingReturn';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingReturn);
