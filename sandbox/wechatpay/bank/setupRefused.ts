/** The setting up cannot be done: the sandbox was asked for something that makes no sense. */
export class SetupRefused extends Error {
  override readonly name = 'SetupRefused';
  constructor(
    readonly field: string,
    readonly reason: string,
  ) {
    super(`${field}: ${reason}`);
  }
}
