import JsdomEnvironment from 'jest-environment-jsdom';

/** What Node gives every program and jsdom hides from the sandbox beside the page. */
const hidden = { structuredClone, fetch, setImmediate, Uint8Array, ArrayBuffer, TextEncoder, TextDecoder };

/** jsdom for the pages of the mini program, and the sandbox in the same process. */
export default class BesideNode extends JsdomEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, hidden);
  }

  /** Packages as Node sees them, not as a browser does. */
  override exportConditions(): string[] {
    return ['node', 'node-addons', 'require'];
  }
}
