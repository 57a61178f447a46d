/**
 * Ends a delivery with an HTTP status. WeChat Pay delivers again after any 4xx or 5xx, so a refusal loses nothing.
 * `why` is for the function's own log: whoever sent the request learns only the status.
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
