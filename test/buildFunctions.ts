import { buildFunctions } from '../scripts/build';

/** Tests run the functions as they are deployed: bundled, minified, from `dist`. */
export default async function globalSetup(): Promise<void> {
  await buildFunctions();
}
