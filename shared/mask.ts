/**
 * Blanks what looks like an openid, a key block or a long secret, also in the middle of a word and in text that is escaped
 * as JSON or percent-encoded: an openid may begin and end like anything around it.
 */
export function mask(text: string): string {
  return text
    .replace(/-----BEGIN[^-]+-----[\s\S]*?(-----END[^-]+-----|$)/g, '[pem]')
    .replace(/[A-Za-z0-9_-]{28,}/g, (word) => (hasOpenid(word) ? '[openid]' : word))
    .replace(/(?:[A-Za-z0-9+/=_-]|%2[BF]|%3D|\\\/){32,}/gi, '[secret]');
}

/** The names of operations, which logs and advice are full of, are as long as openids. */
function hasOpenid(word: string): boolean {
  return /o[A-Za-z0-9_-]{27}/.test(word) && !/^(multiP|p)rofitSharing[A-Za-z]*$/.test(word);
}
