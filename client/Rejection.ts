import { fieldsOf, wordOf } from './fieldsOf';
import { maskedText } from './masked';

/**
 * What `callFunction` rejected with, as far as it may be written down: name, code, message without openids, and where it
 * was thrown. The original is not kept: Node.js prints the cause of an uncaught error with all of its fields.
 */
export class Rejection extends Error {
  /** The platform's code, where there is one. */
  readonly code: string | number | undefined;

  constructor(cause: unknown) {
    const { name, message, errMsg, code, errCode, stack } = fieldsOf(cause);
    super(maskedText(wordOf(errMsg) || wordOf(message) || wordOf(cause)));
    this.name = maskedText(wordOf(name)) || 'Error';
    const said = [errCode, code].find((one) => typeof one === 'number' || typeof one === 'string');
    this.code = typeof said === 'string' ? maskedText(said) : (said as number | undefined);
    // The head of the original stack repeats its message.
    const frames = wordOf(stack).match(/^\s+at .*$/gm) ?? [];
    this.stack = [this.name, ...frames.map(maskedText)].join('\n');
  }
}
