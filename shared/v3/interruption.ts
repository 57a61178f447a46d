import type { FaultCode, Sent } from '../links/index';

/** Ends the walk of a v3 request early, carrying what the link will say. It never leaves the link. */
export class Interruption extends Error {
  constructor(readonly sent: Sent) {
    super(sent.kind);
    this.name = 'Interruption';
  }
}

/** An interruption by a row of the error table; `detail` is shown to the caller. */
export function fault(code: FaultCode, detail: string): Interruption {
  return new Interruption({ kind: 'fault', code, detail });
}
