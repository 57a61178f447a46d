// Generated from schemas/operations/profitSharingReturnQuery.json by `npm run generate`. Do not edit.

import { profitSharingReturnQuery } from '../../shared/generated/operations/profitSharingReturnQuery';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingReturnQuery);
