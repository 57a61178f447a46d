// Generated from schemas/operations/profitSharingQuery.json by `npm run generate`. Do not edit.

import { profitSharingQuery } from '../../shared/generated/operations/profitSharingQuery';
import { serve } from '../../shared/serve';

export const main = serve(profitSharingQuery);
