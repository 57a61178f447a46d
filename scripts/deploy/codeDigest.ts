/**
 * Which code a function holds, kept in its description: a digest of what was sent, and the hash the cloud showed for it
 * right after. The cloud's hash alone would not do, as no page says which bytes it covers; the digest alone would
 * not notice code uploaded by other means since. Descriptions take letters, digits, blanks, commas and full stops
 * (cloud.tencent.com/document/api/583/18580).
 */
export function codeDigest(digest: string, storedHash: string): string {
  return `code ${digest} stored as ${storedHash.replace(/[^0-9A-Za-z]/g, '') || 'unknown'}.`;
}

/** In place of the cloud's hash while a function is being made: the code does not count as sent yet. */
export const PENDING = 'pending';

const MARK = / ?code [0-9a-f]{64} stored as [0-9A-Za-z]+\.$/;

/** Replaces the mark in a description and leaves the rest of it as its owner wrote it. */
export function withDigest(description: string, mark: string): string {
  return `${withoutDigest(description)} ${mark}`.trim();
}

/** Whether a description names code of this command, be it of a run that was cut short. */
export function hasDigest(description: string): boolean {
  return MARK.test(description);
}

function withoutDigest(description: string): string {
  return description.replace(MARK, '');
}
