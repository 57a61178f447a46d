import { buildFunctions } from '../scripts/build';
import { bundleClient } from '../scripts/build/buildClient';

/** Tests run the functions as they are deployed, bundled and minified, and the client as it is packed, both from `dist`. */
export default async function globalSetup(): Promise<void> {
  await Promise.all([buildFunctions(), bundleClient()]);
}
