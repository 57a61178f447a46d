// Generated from schemas/operations/profitSharing.json by `npm run generate`. Do not edit.

import { profitSharing } from '../../shared/generated/operations/profitSharing';
import { serve } from '../../shared/serve';

export const main = serve(profitSharing);
