/**
 * Blanks what looks like an openid, a key block or a long secret, even within a word, JSON escapes or percent-encoding.
 */
export function mask(text: string): string {
  return text
    .replace(/-----BEGIN[^-]+-----[\s\S]*?(-----END[^-]+-----|$)/g, '[pem]')
    .replace(/[A-Za-z0-9_-]{28,}/g, (word) => (hasOpenid(word) ? '[openid]' : word))
    .replace(/(?:[A-Za-z0-9+/=_-]|%2[BF]|%3D|\\\/){32,}/gi, (word) => (SERIAL.test(word) ? word : '[secret]'));
}

/** What names a key of WeChat Pay in public: the id of a public key, the serial of a certificate. */
const SERIAL = /^(PUB_KEY_ID_[0-9A-Z]{20,40}|[0-9A-F]{40})$/;

/** Names of operations are as long as openids. */
function hasOpenid(word: string): boolean {
  return /o[A-Za-z0-9_-]{27}/.test(word) && !/^(multiP|p)rofitSharing[A-Za-z]*$/.test(word);
}
