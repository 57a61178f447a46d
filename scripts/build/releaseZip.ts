import { readFolder, zip } from '../deploy/packFunction';

/** The built functions as a zip to be unpacked into the `cloudfunctionRoot` of a mini program; no keys are in it. */
export function releaseZip(functions: string): Uint8Array {
  const files = readFolder(functions).filter(([path]) => !path.includes('/credentials/'));
  return zip(new Map(files.sort(([a], [b]) => (a < b ? -1 : 1))));
}
