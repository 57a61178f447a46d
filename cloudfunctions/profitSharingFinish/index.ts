// Generated from schemas/operations/profitSharingFinish.json by `npm run generate`. Do not edit.

import { profitSharingFinish } from '../../shared/generated/operations/profitSharingFinish';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingFinish);
