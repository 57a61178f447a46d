/** A timer with time for the largest bill. */
export const timer = {
  getRemainingTimeInMillis: () => 900_000,
  environment: JSON.stringify({ TCB_SOURCE: 'wx_trigger', WX_APPID: 'wx8888888888888889' }),
};

/** Variables of a v3 link; what the keys hold does not matter to a link that is made here. */
export const OWN_KEYS: NodeJS.ProcessEnv = {
  ...{ WECHATPAY_MCH_ID: '1900000100', WECHATPAY_APPID: 'wx8888888888888888' },
  ...{ WECHATPAY_MCH_SERIAL: 'A'.repeat(40), WECHATPAY_API_V3_KEY: 'k'.repeat(32) },
  WECHATPAY_MCH_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\nk\n-----END PRIVATE KEY-----',
};
