/** The names WeChat Pay answers to, which SDKs with a fixed host ask for: the main and the reserve one. */
export const weChatPayHosts: readonly string[] = ['api.mch.weixin.qq.com', 'api2.mch.weixin.qq.com'];
