// Generated from schemas/operations/multiProfitSharing.json by `npm run generate`. Do not edit.

import { multiProfitSharing } from '../../shared/generated/operations/multiProfitSharing';
import { serve } from '../../shared/serve';

export const main = serve(multiProfitSharing);
