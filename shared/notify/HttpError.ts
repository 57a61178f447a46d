/**
 * Ends a delivery with an HTTP status; WeChat Pay delivers again after any 4xx or 5xx. `why` is for the function's own
 * log: the sender of the request learns only the status.
 */
export class HttpError extends Error {
  constructor(
    readonly status: 400 | 401 | 405 | 413 | 500 | 503,
    readonly why: string,
  ) {
    super(`${status} ${why}`);
    this.name = 'Refusal';
  }
}
