/**
 * Blanks what looks like an openid, a key block or a long secret, even within a word, JSON escapes or percent-encoding.
 */
export function mask(text: string): string {
  return text
    .replace(/-----BEGIN[^-]+-----[\s\S]*?(-----END[^-]+-----|$)/g, '[pem]')
    .replace(/[A-Za-z0-9_-]{28,}/g, (word) => (hasOpenid(word) ? '[openid]' : word))
    .replace(/(?:[A-Za-z0-9+/=_-]|%2[BF]|%3D|\\\/){32,}/gi, '[secret]');
}

/** Names of operations are as long as openids. */
function hasOpenid(word: string): boolean {
  return /o[A-Za-z0-9_-]{27}/.test(word) && !/^(multiP|p)rofitSharing[A-Za-z]*$/.test(word);
}
