/**
 * Which code a function holds, kept in its description: a digest of what was sent, and the hash the cloud showed for it
 * right after. The cloud's hash alone would not do, as no page says which bytes it covers; the digest alone would
 * not notice code uploaded by other means since. Descriptions take letters, digits, blanks, commas and full stops
 * (cloud.tencent.com/document/api/583/18580).
 */
export function codeDigest(digest: string, storedHash: string): string {
  return `code ${digest} stored as ${storedHash.replace(/[^0-9A-Za-z]/g, '') || 'unknown'}.`;
}

const MARK = / ?code [0-9a-f]{64} stored as [0-9A-Za-z]+\.$/;

/** Replaces the mark in a description and leaves the rest of it as its owner wrote it. */
export function withDigest(description: string, mark: string): string {
  return `${withoutDigest(description)} ${mark}`.trim();
}

export function withoutDigest(description: string): string {
  return description.replace(MARK, '');
}
