import { multiProfitSharing } from '../../shared/generated/operations/multiProfitSharing';
import { serve } from '../../shared/serve';

export const main = serve(multiProfitSharing);
