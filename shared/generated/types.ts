// Generated from schemas/ by `npm run generate`. Do not edit.

/**
 * 要登记的接收方。可传对象，也可传该对象的 JSON 字符串（至多 2048 个字符）。
 * The receiver to register. An object, or that object as a JSON string of at most 2048 characters.
 * Example: {"type":"MERCHANT_ID","account":"1900001001","name":"示例商户全称","relation_type":"STORE"}.
 * Source: CloudPay.profitSharingAddReceiver page, parameter table.
 */
export interface ReceiverToAdd {
  /**
   * 接收方类型。MERCHANT_ID：商户号；PERSONAL_OPENID：服务商 AppID 下的个人 openid；PERSONAL_SUB_OPENID：子商户 AppID 下的个人 openid，须同时带 sub_appid。
   * Kind of receiver. MERCHANT_ID: a merchant number; PERSONAL_OPENID: a person's openid under the provider's AppID; PERSONAL_SUB_OPENID: a person's openid under the sub-merchant's AppID, which needs sub_appid.
   * Example: "MERCHANT_ID".
   * Source: CloudPay pages; all three types: v2 partner pages.
   */
  type: 'MERCHANT_ID' | 'PERSONAL_OPENID' | 'PERSONAL_SUB_OPENID';
  /**
   * 接收方账号：商户号，或与类型对应的 openid（不是 unionid，也不是微信号）。
   * Account of the receiver: a merchant number, or the openid that fits the type (never a unionid or a WeChat ID).
   * Length: 1 to 64 characters.
   * Example: "1900001001".
   * Source: CloudPay pages, receiver tables.
   */
  account: string;
  /**
   * MERCHANT_ID 必填，为商户全称（小微与个体户为开户人姓名），须与登记一致；个人可选，填写后与实名核对。一律写明文，API v3 要求加密的接入方式由云函数加密。
   * Required for MERCHANT_ID: the full registered merchant name (for small and self-employed merchants the account holder's name). Optional for a person, checked when given. Always plain text here; the function encrypts it where API v3 asks for that.
   * Length: 1 to 1024 characters.
   * Example: "示例商户全称".
   * Source: CloudPay.profitSharingAddReceiver page, receiver table.
   */
  name?: string;
  /**
   * 子商户（ecommerce 为平台，brand 为品牌）与接收方的关系。ecommerce 只接受 SUPPLIER、DISTRIBUTOR、SERVICE_PROVIDER、PLATFORM、OTHERS；brand 另接受 STAFF。
   * What the receiver is to the sub-merchant (on ecommerce to the platform, on brand to the brand). ecommerce takes SUPPLIER, DISTRIBUTOR, SERVICE_PROVIDER, PLATFORM and OTHERS only, brand also STAFF.
   * Example: "STORE".
   * Source: CloudPay.profitSharingAddReceiver page, receiver table; ecommerce and brand values: partner pages 4012477758, 4012467100.
   */
  relation_type:
    | 'SERVICE_PROVIDER'
    | 'STORE'
    | 'STAFF'
    | 'STORE_OWNER'
    | 'PARTNER'
    | 'HEADQUARTER'
    | 'BRAND'
    | 'DISTRIBUTOR'
    | 'USER'
    | 'SUPPLIER'
    | 'CUSTOM'
    | 'PLATFORM'
    | 'OTHERS';
  /**
   * 自定义关系，relation_type 为 CUSTOM 时必填，其他值时不得填写，至多 10 个字符；ecommerce、brand 没有此字段。
   * Your own word for the relation: required with CUSTOM and allowed only with it, at most 10 characters; ecommerce and brand have no such field.
   * Length: 1 to 10 characters.
   * Example: "代理商".
   * Source: CloudPay.profitSharingAddReceiver page, receiver table.
   */
  custom_relation?: string;
}
/**
 * 添加分账接收方. Add a receiver: request. Page: CloudPay.profitSharingAddReceiver.
 */
export interface ProfitSharingAddReceiverRequest {
  /**
   * 子商户号：名单所属的特约商户。可省略，由配置 PROFIT_SHARING_SUB_MCH_ID 补上。apiv2、apiv3 接入方式上请求与配置都没有时，为直连商户自己的名单；ecommerce、brand 的名单属于平台或品牌，不发送此字段。
   * Sub-merchant number: the merchant whose list it is. May be left out: PROFIT_SHARING_SUB_MCH_ID fills it. On apiv2 and apiv3, without either, the list is the direct merchant's own; on ecommerce and brand the list belongs to the platform or the brand and this field is not sent.
   * Length: 1 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay pages, parameter tables; absent for direct merchants: v2 pages 27_1 to 27_10.
   */
  sub_mch_id?: string;
  /**
   * 子商户的小程序或公众号 AppID。请求中有 PERSONAL_SUB_OPENID 接收方时必填。可省略，由配置 PROFIT_SHARING_SUB_APPID 或调用方小程序的 AppID 补上。
   * AppID of the sub-merchant's mini program or official account. Needed in a request that names a PERSONAL_SUB_OPENID receiver. May be left out: PROFIT_SHARING_SUB_APPID or the caller's own AppID fills it.
   * Length: 1 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay pages, parameter tables; PERSONAL_SUB_OPENID condition: partner v3 pages.
   */
  sub_appid?: string;
  /**
   * 随机字符串，不超过 32 个字符。可省略，由密码学安全随机数补上。API v3 的接入方式另有自己的随机串，此值只在返回中原样带回。
   * Random text of at most 32 characters. May be left out: a cryptographically secure random value fills it. The API v3 links make their own; there it only comes back in the reply.
   * Length: 1 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay pages, parameter tables.
   */
  nonce_str?: string;
  /**
   * 要登记的接收方。可传对象，也可传该对象的 JSON 字符串（至多 2048 个字符）。
   * The receiver to register. An object, or that object as a JSON string of at most 2048 characters.
   * Example: {"type":"MERCHANT_ID","account":"1900001001","name":"示例商户全称","relation_type":"STORE"}.
   * Source: CloudPay.profitSharingAddReceiver page, parameter table.
   */
  receiver: ReceiverToAdd | string;
}
/**
 * 接收方的 JSON 字符串，不含全称。
 * The receiver as a JSON string, without its name.
 * Example: {"type":"MERCHANT_ID","account":"1900001001"}.
 * Source: CloudPay.profitSharingAddReceiver page, reply table.
 */
export interface RegisteredReceiver {
  /**
   * 接收方类型。MERCHANT_ID：商户号；PERSONAL_OPENID：服务商 AppID 下的个人 openid；PERSONAL_SUB_OPENID：子商户 AppID 下的个人 openid，须同时带 sub_appid。
   * Kind of receiver. MERCHANT_ID: a merchant number; PERSONAL_OPENID: a person's openid under the provider's AppID; PERSONAL_SUB_OPENID: a person's openid under the sub-merchant's AppID, which needs sub_appid.
   * Example: "MERCHANT_ID".
   * Source: CloudPay pages; all three types: v2 partner pages.
   */
  type: 'MERCHANT_ID' | 'PERSONAL_OPENID' | 'PERSONAL_SUB_OPENID';
  /**
   * 接收方账号：商户号，或与类型对应的 openid（不是 unionid，也不是微信号）。
   * Account of the receiver: a merchant number, or the openid that fits the type (never a unionid or a WeChat ID).
   * Length: 1 to 64 characters.
   * Example: "1900001001".
   * Source: CloudPay pages, receiver tables.
   */
  account: string;
  /**
   * 与接收方的关系。
   * The relation.
   * Length: 0 to 32 characters.
   * Example: "STORE".
   * Source: observed in live answers.
   */
  relation_type?: string;
  [k: string]: unknown;
}
/**
 * 添加分账接收方. Add a receiver: reply. Page: CloudPay.profitSharingAddReceiver.
 */
export interface ProfitSharingAddReceiverReply {
  /**
   * 返回状态码。FAIL 表示通信、格式或签名层面失败，此时只保证有 return_msg。
   * Envelope result. FAIL is a fault of transport, format or signature; only return_msg is promised then.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page (16 characters); 32 on the return pages.
   */
  return_code: 'SUCCESS' | 'FAIL';
  /**
   * 返回信息；非空即为错误原因。
   * Envelope message; the reason of a fault when it is not empty.
   * Length: 0 to 128 characters.
   * Example: "参数格式校验错误".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  return_msg?: string;
  /**
   * 业务结果。SUCCESS 只表示请求已受理，资金是否到账以查询为准；FAIL 表示提交业务失败，原因见 err_code。
   * Business result. SUCCESS says the request was accepted, not that money has moved: query for the outcome. FAIL says that the business request failed (提交业务失败); err_code says why.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  result_code?: 'SUCCESS' | 'FAIL';
  /**
   * 错误代码，见错误码参考。
   * Error code, see the error reference.
   * Length: 0 to 32 characters.
   * Example: "SYSTEMERROR".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code?: string;
  /**
   * 错误代码描述。
   * Text of the error.
   * Length: 0 to 128 characters.
   * Example: "系统超时".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code_des?: string;
  /**
   * 调用接口所用的商户号（云开发下为平台的服务商号）。
   * Merchant number the call was made with (on the CloudBase links the platform's provider number).
   * Length: 0 to 32 characters.
   * Example: "1900000100".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  mch_id?: string;
  /**
   * 子商户号；直连商户的接入方式不返回。
   * Sub-merchant number; absent where a merchant calls for itself.
   * Length: 0 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because plain merchants have none.
   */
  sub_mch_id?: string;
  /**
   * 调用接口所用的公众账号 ID；API v3 的接入方式上未配置 WECHATPAY_APPID 时没有。
   * AppID the call was made with; absent on an API v3 link without WECHATPAY_APPID.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888888".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because API v3 asks for an AppID only beside openids and for adding or removing receivers.
   */
  appid?: string;
  /**
   * 子商户公众账号 ID。
   * AppID of the sub-merchant.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  sub_appid?: string;
  /**
   * 微信返回的随机字符串。
   * Random text of the answer.
   * Length: 0 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  nonce_str?: string;
  /**
   * 微信返回的签名。私有链路上调用方没有密钥，无法也无需校验；只有 API v2 接入方式能产生，故不作必有要求。
   * Signature of the answer. On the private links the caller holds no key to check it with; only an API v2 wire can produce one, so it is not demanded here.
   * Length: 0 to 64 characters.
   * Example: "ABC6DD4AA85C0EECA82C35595A69EFGH".
   * Source: CloudPay.profitSharingFinish page, reply table, printed as required.
   */
  sign?: string;
  /**
   * 接收方的 JSON 字符串，不含全称。
   * The receiver as a JSON string, without its name.
   * Example: {"type":"MERCHANT_ID","account":"1900001001"}.
   * Source: CloudPay.profitSharingAddReceiver page, reply table.
   */
  receiver?: string;
  [k: string]: unknown;
}
/**
 * 要移除的接收方。可传对象，也可传该对象的 JSON 字符串（至多 2048 个字符）；添加时用的对象可原样传入。
 * The receiver to remove. An object, or that object as a JSON string of at most 2048 characters; the object that added the receiver may be given as it is.
 * Example: {"type":"MERCHANT_ID","account":"1900001001"}.
 * Source: CloudPay.profitSharingRemoveReceiver page, parameter table.
 */
export interface ReceiverToRemove {
  /**
   * 接收方类型。MERCHANT_ID：商户号；PERSONAL_OPENID：服务商 AppID 下的个人 openid；PERSONAL_SUB_OPENID：子商户 AppID 下的个人 openid，须同时带 sub_appid。
   * Kind of receiver. MERCHANT_ID: a merchant number; PERSONAL_OPENID: a person's openid under the provider's AppID; PERSONAL_SUB_OPENID: a person's openid under the sub-merchant's AppID, which needs sub_appid.
   * Example: "MERCHANT_ID".
   * Source: CloudPay pages; all three types: v2 partner pages.
   */
  type: 'MERCHANT_ID' | 'PERSONAL_OPENID' | 'PERSONAL_SUB_OPENID';
  /**
   * 接收方账号：商户号，或与类型对应的 openid（不是 unionid，也不是微信号）。
   * Account of the receiver: a merchant number, or the openid that fits the type (never a unionid or a WeChat ID).
   * Length: 1 to 64 characters.
   * Example: "1900001001".
   * Source: CloudPay pages, receiver tables.
   */
  account: string;
  /**
   * 可选，页面列出但删除时不起作用。
   * Optional; the page lists it, removal does not need it.
   * Length: 1 to 1024 characters.
   * Example: "示例商户全称".
   * Source: CloudPay.profitSharingRemoveReceiver page; absent from other sources.
   */
  name?: string;
}
/**
 * 删除分账接收方. Remove a receiver: request. Page: CloudPay.profitSharingRemoveReceiver.
 */
export interface ProfitSharingRemoveReceiverRequest {
  /**
   * 子商户号：名单所属的特约商户。可省略，由配置 PROFIT_SHARING_SUB_MCH_ID 补上。apiv2、apiv3 接入方式上请求与配置都没有时，为直连商户自己的名单；ecommerce、brand 的名单属于平台或品牌，不发送此字段。
   * Sub-merchant number: the merchant whose list it is. May be left out: PROFIT_SHARING_SUB_MCH_ID fills it. On apiv2 and apiv3, without either, the list is the direct merchant's own; on ecommerce and brand the list belongs to the platform or the brand and this field is not sent.
   * Length: 1 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay pages, parameter tables; absent for direct merchants: v2 pages 27_1 to 27_10.
   */
  sub_mch_id?: string;
  /**
   * 子商户的小程序或公众号 AppID。请求中有 PERSONAL_SUB_OPENID 接收方时必填。可省略，由配置 PROFIT_SHARING_SUB_APPID 或调用方小程序的 AppID 补上。
   * AppID of the sub-merchant's mini program or official account. Needed in a request that names a PERSONAL_SUB_OPENID receiver. May be left out: PROFIT_SHARING_SUB_APPID or the caller's own AppID fills it.
   * Length: 1 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay pages, parameter tables; PERSONAL_SUB_OPENID condition: partner v3 pages.
   */
  sub_appid?: string;
  /**
   * 随机字符串，不超过 32 个字符。可省略，由密码学安全随机数补上。API v3 的接入方式另有自己的随机串，此值只在返回中原样带回。
   * Random text of at most 32 characters. May be left out: a cryptographically secure random value fills it. The API v3 links make their own; there it only comes back in the reply.
   * Length: 1 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay pages, parameter tables.
   */
  nonce_str?: string;
  /**
   * 要移除的接收方。可传对象，也可传该对象的 JSON 字符串（至多 2048 个字符）；添加时用的对象可原样传入。
   * The receiver to remove. An object, or that object as a JSON string of at most 2048 characters; the object that added the receiver may be given as it is.
   * Example: {"type":"MERCHANT_ID","account":"1900001001"}.
   * Source: CloudPay.profitSharingRemoveReceiver page, parameter table.
   */
  receiver: ReceiverToRemove | string;
}
/**
 * 删除分账接收方. Remove a receiver: reply. Page: CloudPay.profitSharingRemoveReceiver.
 */
export interface ProfitSharingRemoveReceiverReply {
  /**
   * 返回状态码。FAIL 表示通信、格式或签名层面失败，此时只保证有 return_msg。
   * Envelope result. FAIL is a fault of transport, format or signature; only return_msg is promised then.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page (16 characters); 32 on the return pages.
   */
  return_code: 'SUCCESS' | 'FAIL';
  /**
   * 返回信息；非空即为错误原因。
   * Envelope message; the reason of a fault when it is not empty.
   * Length: 0 to 128 characters.
   * Example: "参数格式校验错误".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  return_msg?: string;
  /**
   * 业务结果。SUCCESS 只表示请求已受理，资金是否到账以查询为准；FAIL 表示提交业务失败，原因见 err_code。
   * Business result. SUCCESS says the request was accepted, not that money has moved: query for the outcome. FAIL says that the business request failed (提交业务失败); err_code says why.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  result_code?: 'SUCCESS' | 'FAIL';
  /**
   * 错误代码，见错误码参考。
   * Error code, see the error reference.
   * Length: 0 to 32 characters.
   * Example: "SYSTEMERROR".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code?: string;
  /**
   * 错误代码描述。
   * Text of the error.
   * Length: 0 to 128 characters.
   * Example: "系统超时".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code_des?: string;
  /**
   * 调用接口所用的商户号（云开发下为平台的服务商号）。
   * Merchant number the call was made with (on the CloudBase links the platform's provider number).
   * Length: 0 to 32 characters.
   * Example: "1900000100".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  mch_id?: string;
  /**
   * 子商户号；直连商户的接入方式不返回。
   * Sub-merchant number; absent where a merchant calls for itself.
   * Length: 0 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because plain merchants have none.
   */
  sub_mch_id?: string;
  /**
   * 调用接口所用的公众账号 ID；API v3 的接入方式上未配置 WECHATPAY_APPID 时没有。
   * AppID the call was made with; absent on an API v3 link without WECHATPAY_APPID.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888888".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because API v3 asks for an AppID only beside openids and for adding or removing receivers.
   */
  appid?: string;
  /**
   * 子商户公众账号 ID。
   * AppID of the sub-merchant.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  sub_appid?: string;
  /**
   * 微信返回的随机字符串。
   * Random text of the answer.
   * Length: 0 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  nonce_str?: string;
  /**
   * 微信返回的签名。私有链路上调用方没有密钥，无法也无需校验；只有 API v2 接入方式能产生，故不作必有要求。
   * Signature of the answer. On the private links the caller holds no key to check it with; only an API v2 wire can produce one, so it is not demanded here.
   * Length: 0 to 64 characters.
   * Example: "ABC6DD4AA85C0EECA82C35595A69EFGH".
   * Source: CloudPay.profitSharingFinish page, reply table, printed as required.
   */
  sign?: string;
  /**
   * 接收方的 JSON 字符串，不含全称。
   * The receiver as a JSON string, without its name.
   * Example: {"type":"MERCHANT_ID","account":"1900001001"}.
   * Source: CloudPay.profitSharingAddReceiver page, reply table.
   */
  receiver?: string;
  [k: string]: unknown;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ShareReceiver".
 */
export interface ShareReceiver {
  /**
   * 接收方类型。MERCHANT_ID：商户号；PERSONAL_OPENID：服务商 AppID 下的个人 openid；PERSONAL_SUB_OPENID：子商户 AppID 下的个人 openid，须同时带 sub_appid。
   * Kind of receiver. MERCHANT_ID: a merchant number; PERSONAL_OPENID: a person's openid under the provider's AppID; PERSONAL_SUB_OPENID: a person's openid under the sub-merchant's AppID, which needs sub_appid.
   * Example: "MERCHANT_ID".
   * Source: CloudPay pages; all three types: v2 partner pages.
   */
  type: 'MERCHANT_ID' | 'PERSONAL_OPENID' | 'PERSONAL_SUB_OPENID';
  /**
   * 接收方账号：商户号，或与类型对应的 openid（不是 unionid，也不是微信号）。
   * Account of the receiver: a merchant number, or the openid that fits the type (never a unionid or a WeChat ID).
   * Length: 1 to 64 characters.
   * Example: "1900001001".
   * Source: CloudPay pages, receiver tables.
   */
  account: string;
  /**
   * 分给该接收方的金额，整数。
   * Amount for this receiver, a whole number.
   * Unit: fen.
   * From 1 to 9007199254740991.
   * Example: 888.
   * Source: CloudPay.profitSharing page; the lower bound of 1 is inferred; the upper bound is the largest whole number that JSON carries exactly, none is documented.
   */
  amount: number;
  /**
   * 分账原因；含敏感词时该笔会在之后以 INVALID_REQUEST 关闭。
   * Why the money is shared; sensitive words close this line later with INVALID_REQUEST.
   * Length: 1 to 80 characters.
   * Example: "分到商户".
   * Source: CloudPay.profitSharing page, receiver table.
   */
  description: string;
  /**
   * 个人接收方的真实姓名，可选，一律写明文（API v3 的接入方式由云函数加密）；填写后微信会与实名核对。
   * Real name of a person, optional, always in plain text here (the function encrypts it on the API v3 links); WeChat Pay checks it when given.
   * Length: 1 to 1024 characters.
   * Example: "张三".
   * Source: CloudPay.profitSharing page; no length is documented here, 1024 is the bound of the add-receiver page.
   */
  name?: string;
}
/**
 * 请求单次分账. Share once: request. Page: CloudPay.profitSharing.
 */
export interface ProfitSharingRequest {
  /**
   * 子商户号：微信支付分配给特约商户的商户号，即收款后要分账的一方。可省略，由配置 PROFIT_SHARING_SUB_MCH_ID 补上。apiv2、apiv3 接入方式上请求与配置都没有时，即直连商户自己的订单。
   * Sub-merchant number: the merchant that collected the payment and shares it. May be left out: PROFIT_SHARING_SUB_MCH_ID fills it. On apiv2 and apiv3, without either, the order is a direct merchant's own.
   * Length: 1 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay pages, parameter tables; absent for direct merchants: v2 pages 27_1 to 27_10.
   */
  sub_mch_id?: string;
  /**
   * 子商户的小程序或公众号 AppID。请求中有 PERSONAL_SUB_OPENID 接收方时必填。可省略，由配置 PROFIT_SHARING_SUB_APPID 或调用方小程序的 AppID 补上。
   * AppID of the sub-merchant's mini program or official account. Needed in a request that names a PERSONAL_SUB_OPENID receiver. May be left out: PROFIT_SHARING_SUB_APPID or the caller's own AppID fills it.
   * Length: 1 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay pages, parameter tables; PERSONAL_SUB_OPENID condition: partner v3 pages.
   */
  sub_appid?: string;
  /**
   * 随机字符串，不超过 32 个字符。可省略，由密码学安全随机数补上。API v3 的接入方式另有自己的随机串，此值只在返回中原样带回。
   * Random text of at most 32 characters. May be left out: a cryptographically secure random value fills it. The API v3 links make their own; there it only comes back in the reply.
   * Length: 1 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay pages, parameter tables.
   */
  nonce_str?: string;
  /**
   * 微信支付订单号，即被分账的那笔付款。
   * WeChat Pay's number of the payment that is shared.
   * Length: 1 to 32 characters.
   * Example: "4208450740201411110007820472".
   * Source: CloudPay pages, parameter tables.
   */
  transaction_id: string;
  /**
   * 商户分账单号，在商户系统内唯一；单次分账、多次分账、完结分账各用各的单号。同一单号重复请求只算一次，重试时不得更换。只能用数字、大小写字母和 _-|*@，至多 64 个字符。
   * Your own number of this share, unique in your system; single share, multi share and finish each need their own. Repeating a number counts as one request, so a retry must keep it. Digits, letters and _-|*@ only, at most 64 characters.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "P20150806125346".
   * Source: CloudPay.profitSharingFinish page, parameter table.
   */
  out_order_no: string;
  /**
   * 分账接收方列表，1 至 50 个，同一接收方只能出现一次，付款商户自己不能在内。可传数组，也可传该数组的 JSON 字符串（至多 10240 个字符）。
   * The receivers, 1 to 50, each at most once, the paying merchant itself not among them. An array, or that array as a JSON string of at most 10240 characters.
   * Items: 1 to 50.
   * Example: [{"type":"MERCHANT_ID","account":"1900001001","amount":888,"description":"分到商户"}].
   * Source: CloudPay.profitSharing page, parameter table; 50 receivers: current v2 and v3 pages; the payer excluded: also v2 page 27_1.
   */
  receivers: ShareReceiver[] | string;
}
/**
 * This interface was referenced by `Contract`'s JSON-Schema
 * via the `definition` "ReceiverLine".
 */
export interface ReceiverLine {
  /**
   * 接收方类型。MERCHANT_ID：商户号；PERSONAL_OPENID：服务商 AppID 下的个人 openid；PERSONAL_SUB_OPENID：子商户 AppID 下的个人 openid，须同时带 sub_appid。
   * Kind of receiver. MERCHANT_ID: a merchant number; PERSONAL_OPENID: a person's openid under the provider's AppID; PERSONAL_SUB_OPENID: a person's openid under the sub-merchant's AppID, which needs sub_appid.
   * Example: "MERCHANT_ID".
   * Source: CloudPay pages; all three types: v2 partner pages.
   */
  type: 'MERCHANT_ID' | 'PERSONAL_OPENID' | 'PERSONAL_SUB_OPENID';
  /**
   * 接收方账号：商户号，或与类型对应的 openid（不是 unionid，也不是微信号）。
   * Account of the receiver: a merchant number, or the openid that fits the type (never a unionid or a WeChat ID).
   * Length: 1 to 64 characters.
   * Example: "1900001001".
   * Source: CloudPay pages, receiver tables.
   */
  account?: string;
  /**
   * account 的另一种拼写。
   * Another spelling of account.
   * Length: 0 to 64 characters.
   * Example: "1900001001".
   * Source: openapi snapshot of the share reply.
   */
  receiver_account?: string;
  /**
   * 与 receiver_account 一同出现的商户号。
   * Merchant number that appears beside receiver_account.
   * Length: 0 to 64 characters.
   * Example: "1900001001".
   * Source: openapi snapshot of the share reply.
   */
  receiver_mchid?: string;
  /**
   * 分给该接收方的金额。
   * Amount for this receiver.
   * Unit: fen.
   * At least 0.
   * Example: 888.
   * Source: CloudPay pages, reply tables.
   */
  amount: number | string;
  /**
   * 分账原因。
   * Why the money is shared.
   * Length: 0 to 80 characters.
   * Example: "分到商户".
   * Source: CloudPay.profitSharingQuery page.
   */
  description: string;
  /**
   * 该笔的结果。PENDING：处理中；SUCCESS：已到账；CLOSED：已关闭，原因见 fail_reason。分账单 FINISHED 不代表每笔成功，以此为准。
   * Outcome of this line. PENDING: in progress; SUCCESS: paid; CLOSED: closed, see fail_reason. A FINISHED share does not mean every line was paid: this field decides.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingQuery page.
   */
  result: 'PENDING' | 'SUCCESS' | 'CLOSED';
  /**
   * 完成时间，北京时间 yyyyMMddHHmmss；未完成时可能为空。
   * Time of completion, yyyyMMddHHmmss in Beijing time; may be empty while unfinished.
   * Pattern: ^([0-9]{14})?$.
   * Example: "20180608170132".
   * Source: v2 pages; the value while unfinished is not documented.
   */
  finish_time?: string;
  /**
   * 关闭原因，见错误码参考。
   * Why the line was closed, see the error reference.
   * Example: "NO_RELATION".
   * Source: v2 partner page 4015505153.
   */
  fail_reason?:
    | 'ACCOUNT_ABNORMAL'
    | 'NO_RELATION'
    | 'RECEIVER_HIGH_RISK'
    | 'RECEIVER_REAL_NAME_NOT_VERIFIED'
    | 'NO_AUTH'
    | 'RECEIVER_RECEIPT_LIMIT'
    | 'PAYER_ACCOUNT_ABNORMAL'
    | 'INVALID_REQUEST';
  /**
   * 微信分账明细单号。
   * WeChat Pay's number of this line.
   * Length: 0 to 64 characters.
   * Example: "36011111111111111111111".
   * Source: CloudPay.profitSharingQuery page.
   */
  detail_id: string;
  /**
   * 在途异常资金的处理状态，只出现在平台收付通个人收款的分账明细里。ABNORMAL_PENDING：待处理；ABNORMAL_FINISHED：已处理；ABNORMAL_CLOSED：已关闭。
   * State of money that could not reach its receiver, on lines of 收付通·个人收款 only. ABNORMAL_PENDING: to be dealt with; ABNORMAL_FINISHED: dealt with; ABNORMAL_CLOSED: closed.
   * Example: "ABNORMAL_PENDING".
   * Source: ecommerce page 4012477734.
   */
  abnormal_status?: 'ABNORMAL_PENDING' | 'ABNORMAL_FINISHED' | 'ABNORMAL_CLOSED';
  /**
   * 在途异常资金的处理单号，用于查询与指定这笔资金的去向。
   * Number under which that money is queried and given a new receiver.
   * Length: 0 to 64 characters.
   * Example: "30002207012022070100000".
   * Source: ecommerce page 4012477734.
   */
  funds_abnormal_redirect_id?: string;
  [k: string]: unknown;
}
/**
 * 请求单次分账. Share once: reply. Page: CloudPay.profitSharing.
 */
export interface ProfitSharingReply {
  /**
   * 返回状态码。FAIL 表示通信、格式或签名层面失败，此时只保证有 return_msg。
   * Envelope result. FAIL is a fault of transport, format or signature; only return_msg is promised then.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page (16 characters); 32 on the return pages.
   */
  return_code: 'SUCCESS' | 'FAIL';
  /**
   * 返回信息；非空即为错误原因。
   * Envelope message; the reason of a fault when it is not empty.
   * Length: 0 to 128 characters.
   * Example: "参数格式校验错误".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  return_msg?: string;
  /**
   * 业务结果。SUCCESS 只表示请求已受理，资金是否到账以查询为准；FAIL 表示提交业务失败，原因见 err_code。
   * Business result. SUCCESS says the request was accepted, not that money has moved: query for the outcome. FAIL says that the business request failed (提交业务失败); err_code says why.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  result_code?: 'SUCCESS' | 'FAIL';
  /**
   * 错误代码，见错误码参考。
   * Error code, see the error reference.
   * Length: 0 to 32 characters.
   * Example: "SYSTEMERROR".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code?: string;
  /**
   * 错误代码描述。
   * Text of the error.
   * Length: 0 to 128 characters.
   * Example: "系统超时".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code_des?: string;
  /**
   * 调用接口所用的商户号（云开发下为平台的服务商号）。
   * Merchant number the call was made with (on the CloudBase links the platform's provider number).
   * Length: 0 to 32 characters.
   * Example: "1900000100".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  mch_id?: string;
  /**
   * 子商户号；直连商户的接入方式不返回。
   * Sub-merchant number; absent where a merchant calls for itself.
   * Length: 0 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because plain merchants have none.
   */
  sub_mch_id?: string;
  /**
   * 调用接口所用的公众账号 ID；API v3 的接入方式上未配置 WECHATPAY_APPID 时没有。
   * AppID the call was made with; absent on an API v3 link without WECHATPAY_APPID.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888888".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because API v3 asks for an AppID only beside openids and for adding or removing receivers.
   */
  appid?: string;
  /**
   * 子商户公众账号 ID。
   * AppID of the sub-merchant.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  sub_appid?: string;
  /**
   * 微信返回的随机字符串。
   * Random text of the answer.
   * Length: 0 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  nonce_str?: string;
  /**
   * 微信返回的签名。私有链路上调用方没有密钥，无法也无需校验；只有 API v2 接入方式能产生，故不作必有要求。
   * Signature of the answer. On the private links the caller holds no key to check it with; only an API v2 wire can produce one, so it is not demanded here.
   * Length: 0 to 64 characters.
   * Example: "ABC6DD4AA85C0EECA82C35595A69EFGH".
   * Source: CloudPay.profitSharingFinish page, reply table, printed as required.
   */
  sign?: string;
  /**
   * 微信支付订单号，即被分账的那笔付款。
   * WeChat Pay's number of the payment that is shared.
   * Length: 1 to 32 characters.
   * Example: "4208450740201411110007820472".
   * Source: CloudPay pages, parameter tables.
   */
  transaction_id?: string;
  /**
   * 商户分账单号，在商户系统内唯一；单次分账、多次分账、完结分账各用各的单号。同一单号重复请求只算一次，重试时不得更换。只能用数字、大小写字母和 _-|*@，至多 64 个字符。
   * Your own number of this share, unique in your system; single share, multi share and finish each need their own. Repeating a number counts as one request, so a retry must keep it. Digits, letters and _-|*@ only, at most 64 characters.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "P20150806125346".
   * Source: CloudPay.profitSharingFinish page, parameter table.
   */
  out_order_no?: string;
  /**
   * 微信分账单号，由微信支付返回的唯一标识。
   * WeChat Pay's own number of the share.
   * Length: 1 to 64 characters.
   * Example: "3008450740201411110007820472".
   * Source: CloudPay pages.
   */
  order_id?: string;
  /**
   * 分账单状态。FINISHED 只表示处理结束，是否到账看每笔的 result。ACCEPTED 与 CLOSED 仅见于旧文档。
   * State of the share. FINISHED only says processing ended; whether anyone was paid is in each line's result. ACCEPTED and CLOSED appear on older pages only.
   * Example: "FINISHED".
   * Source: CloudPay.profitSharingQuery page; ACCEPTED, CLOSED: older v2 pages.
   */
  status?: 'ACCEPTED' | 'PROCESSING' | 'FINISHED' | 'CLOSED';
  /**
   * 每个接收方的结果，JSON 字符串。
   * The outcome for every receiver, as a JSON string.
   * Example: [{"type":"MERCHANT_ID","account":"1900001001","amount":888,"description":"分到商户","result":"SUCCESS","finish_time":"20180608170132","detail_id":"36011111111111111111111"}].
   * Source: CloudPay.profitSharingQuery page, reply table.
   */
  receivers?: string;
  [k: string]: unknown;
}
/**
 * 请求多次分账. Share in part: request. Page: CloudPay.multiProfitSharing.
 */
export interface MultiProfitSharingRequest {
  /**
   * 子商户号：微信支付分配给特约商户的商户号，即收款后要分账的一方。可省略，由配置 PROFIT_SHARING_SUB_MCH_ID 补上。apiv2、apiv3 接入方式上请求与配置都没有时，即直连商户自己的订单。
   * Sub-merchant number: the merchant that collected the payment and shares it. May be left out: PROFIT_SHARING_SUB_MCH_ID fills it. On apiv2 and apiv3, without either, the order is a direct merchant's own.
   * Length: 1 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay pages, parameter tables; absent for direct merchants: v2 pages 27_1 to 27_10.
   */
  sub_mch_id?: string;
  /**
   * 子商户的小程序或公众号 AppID。请求中有 PERSONAL_SUB_OPENID 接收方时必填。可省略，由配置 PROFIT_SHARING_SUB_APPID 或调用方小程序的 AppID 补上。
   * AppID of the sub-merchant's mini program or official account. Needed in a request that names a PERSONAL_SUB_OPENID receiver. May be left out: PROFIT_SHARING_SUB_APPID or the caller's own AppID fills it.
   * Length: 1 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay pages, parameter tables; PERSONAL_SUB_OPENID condition: partner v3 pages.
   */
  sub_appid?: string;
  /**
   * 随机字符串，不超过 32 个字符。可省略，由密码学安全随机数补上。API v3 的接入方式另有自己的随机串，此值只在返回中原样带回。
   * Random text of at most 32 characters. May be left out: a cryptographically secure random value fills it. The API v3 links make their own; there it only comes back in the reply.
   * Length: 1 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay pages, parameter tables.
   */
  nonce_str?: string;
  /**
   * 微信支付订单号，即被分账的那笔付款。
   * WeChat Pay's number of the payment that is shared.
   * Length: 1 to 32 characters.
   * Example: "4208450740201411110007820472".
   * Source: CloudPay pages, parameter tables.
   */
  transaction_id: string;
  /**
   * 商户分账单号，在商户系统内唯一；单次分账、多次分账、完结分账各用各的单号。同一单号重复请求只算一次，重试时不得更换。只能用数字、大小写字母和 _-|*@，至多 64 个字符。
   * Your own number of this share, unique in your system; single share, multi share and finish each need their own. Repeating a number counts as one request, so a retry must keep it. Digits, letters and _-|*@ only, at most 64 characters.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "P20150806125346".
   * Source: CloudPay.profitSharingFinish page, parameter table.
   */
  out_order_no: string;
  /**
   * 分账接收方列表，1 至 50 个，同一接收方只能出现一次。可传数组，也可传该数组的 JSON 字符串（至多 10240 个字符）。
   * The receivers, 1 to 50, each at most once. An array, or that array as a JSON string of at most 10240 characters.
   * Items: 1 to 50.
   * Example: [{"type":"MERCHANT_ID","account":"1900001001","amount":888,"description":"分到商户"}].
   * Source: CloudPay.profitSharing page, parameter table; 50 receivers: current v2 and v3 pages.
   */
  receivers: ShareReceiver[] | string;
}
/**
 * 请求多次分账. Share in part: reply. Page: CloudPay.multiProfitSharing.
 */
export interface MultiProfitSharingReply {
  /**
   * 返回状态码。FAIL 表示通信、格式或签名层面失败，此时只保证有 return_msg。
   * Envelope result. FAIL is a fault of transport, format or signature; only return_msg is promised then.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page (16 characters); 32 on the return pages.
   */
  return_code: 'SUCCESS' | 'FAIL';
  /**
   * 返回信息；非空即为错误原因。
   * Envelope message; the reason of a fault when it is not empty.
   * Length: 0 to 128 characters.
   * Example: "参数格式校验错误".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  return_msg?: string;
  /**
   * 业务结果。SUCCESS 只表示请求已受理，资金是否到账以查询为准；FAIL 表示提交业务失败，原因见 err_code。
   * Business result. SUCCESS says the request was accepted, not that money has moved: query for the outcome. FAIL says that the business request failed (提交业务失败); err_code says why.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  result_code?: 'SUCCESS' | 'FAIL';
  /**
   * 错误代码，见错误码参考。
   * Error code, see the error reference.
   * Length: 0 to 32 characters.
   * Example: "SYSTEMERROR".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code?: string;
  /**
   * 错误代码描述。
   * Text of the error.
   * Length: 0 to 128 characters.
   * Example: "系统超时".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code_des?: string;
  /**
   * 调用接口所用的商户号（云开发下为平台的服务商号）。
   * Merchant number the call was made with (on the CloudBase links the platform's provider number).
   * Length: 0 to 32 characters.
   * Example: "1900000100".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  mch_id?: string;
  /**
   * 子商户号；直连商户的接入方式不返回。
   * Sub-merchant number; absent where a merchant calls for itself.
   * Length: 0 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because plain merchants have none.
   */
  sub_mch_id?: string;
  /**
   * 调用接口所用的公众账号 ID；API v3 的接入方式上未配置 WECHATPAY_APPID 时没有。
   * AppID the call was made with; absent on an API v3 link without WECHATPAY_APPID.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888888".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because API v3 asks for an AppID only beside openids and for adding or removing receivers.
   */
  appid?: string;
  /**
   * 子商户公众账号 ID。
   * AppID of the sub-merchant.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  sub_appid?: string;
  /**
   * 微信返回的随机字符串。
   * Random text of the answer.
   * Length: 0 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  nonce_str?: string;
  /**
   * 微信返回的签名。私有链路上调用方没有密钥，无法也无需校验；只有 API v2 接入方式能产生，故不作必有要求。
   * Signature of the answer. On the private links the caller holds no key to check it with; only an API v2 wire can produce one, so it is not demanded here.
   * Length: 0 to 64 characters.
   * Example: "ABC6DD4AA85C0EECA82C35595A69EFGH".
   * Source: CloudPay.profitSharingFinish page, reply table, printed as required.
   */
  sign?: string;
  /**
   * 微信支付订单号，即被分账的那笔付款。
   * WeChat Pay's number of the payment that is shared.
   * Length: 1 to 32 characters.
   * Example: "4208450740201411110007820472".
   * Source: CloudPay pages, parameter tables.
   */
  transaction_id?: string;
  /**
   * 商户分账单号，在商户系统内唯一；单次分账、多次分账、完结分账各用各的单号。同一单号重复请求只算一次，重试时不得更换。只能用数字、大小写字母和 _-|*@，至多 64 个字符。
   * Your own number of this share, unique in your system; single share, multi share and finish each need their own. Repeating a number counts as one request, so a retry must keep it. Digits, letters and _-|*@ only, at most 64 characters.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "P20150806125346".
   * Source: CloudPay.profitSharingFinish page, parameter table.
   */
  out_order_no?: string;
  /**
   * 微信分账单号，由微信支付返回的唯一标识。
   * WeChat Pay's own number of the share.
   * Length: 1 to 64 characters.
   * Example: "3008450740201411110007820472".
   * Source: CloudPay pages.
   */
  order_id?: string;
  /**
   * 分账单状态。FINISHED 只表示处理结束，是否到账看每笔的 result。ACCEPTED 与 CLOSED 仅见于旧文档。
   * State of the share. FINISHED only says processing ended; whether anyone was paid is in each line's result. ACCEPTED and CLOSED appear on older pages only.
   * Example: "FINISHED".
   * Source: CloudPay.profitSharingQuery page; ACCEPTED, CLOSED: older v2 pages.
   */
  status?: 'ACCEPTED' | 'PROCESSING' | 'FINISHED' | 'CLOSED';
  /**
   * 每个接收方的结果，JSON 字符串。
   * The outcome for every receiver, as a JSON string.
   * Example: [{"type":"MERCHANT_ID","account":"1900001001","amount":888,"description":"分到商户","result":"SUCCESS","finish_time":"20180608170132","detail_id":"36011111111111111111111"}].
   * Source: CloudPay.profitSharingQuery page, reply table.
   */
  receivers?: string;
  [k: string]: unknown;
}
/**
 * 查询分账结果. Query a share: request. Page: CloudPay.profitSharingQuery.
 */
export interface ProfitSharingQueryRequest {
  /**
   * 子商户号：微信支付分配给特约商户的商户号，即收款后要分账的一方。可省略，由配置 PROFIT_SHARING_SUB_MCH_ID 补上。apiv2、apiv3 接入方式上请求与配置都没有时，即直连商户自己的订单。
   * Sub-merchant number: the merchant that collected the payment and shares it. May be left out: PROFIT_SHARING_SUB_MCH_ID fills it. On apiv2 and apiv3, without either, the order is a direct merchant's own.
   * Length: 1 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay pages, parameter tables; absent for direct merchants: v2 pages 27_1 to 27_10.
   */
  sub_mch_id?: string;
  /**
   * 随机字符串，不超过 32 个字符。可省略，由密码学安全随机数补上。API v3 的接入方式另有自己的随机串，此值只在返回中原样带回。
   * Random text of at most 32 characters. May be left out: a cryptographically secure random value fills it. The API v3 links make their own; there it only comes back in the reply.
   * Length: 1 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay pages, parameter tables.
   */
  nonce_str?: string;
  /**
   * 微信支付订单号，即被分账的那笔付款。
   * WeChat Pay's number of the payment that is shared.
   * Length: 1 to 32 characters.
   * Example: "4208450740201411110007820472".
   * Source: CloudPay pages, parameter tables.
   */
  transaction_id: string;
  /**
   * 要查询的商户分账单号，分账或完结时所用。
   * The number the share or the finish was made with.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "P20150806125346".
   * Source: CloudPay.profitSharingQuery page; printed there as 32 characters, while every writing page allows 64.
   */
  out_order_no: string;
}
/**
 * 查询分账结果. Query a share: reply. Page: CloudPay.profitSharingQuery.
 */
export interface ProfitSharingQueryReply {
  /**
   * 返回状态码。FAIL 表示通信、格式或签名层面失败，此时只保证有 return_msg。
   * Envelope result. FAIL is a fault of transport, format or signature; only return_msg is promised then.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page (16 characters); 32 on the return pages.
   */
  return_code: 'SUCCESS' | 'FAIL';
  /**
   * 返回信息；非空即为错误原因。
   * Envelope message; the reason of a fault when it is not empty.
   * Length: 0 to 128 characters.
   * Example: "参数格式校验错误".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  return_msg?: string;
  /**
   * 业务结果。SUCCESS 只表示请求已受理，资金是否到账以查询为准；FAIL 表示提交业务失败，原因见 err_code。
   * Business result. SUCCESS says the request was accepted, not that money has moved: query for the outcome. FAIL says that the business request failed (提交业务失败); err_code says why.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  result_code?: 'SUCCESS' | 'FAIL';
  /**
   * 错误代码，见错误码参考。
   * Error code, see the error reference.
   * Length: 0 to 32 characters.
   * Example: "SYSTEMERROR".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code?: string;
  /**
   * 错误代码描述。
   * Text of the error.
   * Length: 0 to 128 characters.
   * Example: "系统超时".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code_des?: string;
  /**
   * 调用接口所用的商户号（云开发下为平台的服务商号）。
   * Merchant number the call was made with (on the CloudBase links the platform's provider number).
   * Length: 0 to 32 characters.
   * Example: "1900000100".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  mch_id?: string;
  /**
   * 子商户号；直连商户的接入方式不返回。
   * Sub-merchant number; absent where a merchant calls for itself.
   * Length: 0 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because plain merchants have none.
   */
  sub_mch_id?: string;
  /**
   * 调用接口所用的公众账号 ID；API v3 的接入方式上未配置 WECHATPAY_APPID 时没有。
   * AppID the call was made with; absent on an API v3 link without WECHATPAY_APPID.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888888".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because API v3 asks for an AppID only beside openids and for adding or removing receivers.
   */
  appid?: string;
  /**
   * 子商户公众账号 ID。
   * AppID of the sub-merchant.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  sub_appid?: string;
  /**
   * 微信返回的随机字符串。
   * Random text of the answer.
   * Length: 0 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  nonce_str?: string;
  /**
   * 微信返回的签名。私有链路上调用方没有密钥，无法也无需校验；只有 API v2 接入方式能产生，故不作必有要求。
   * Signature of the answer. On the private links the caller holds no key to check it with; only an API v2 wire can produce one, so it is not demanded here.
   * Length: 0 to 64 characters.
   * Example: "ABC6DD4AA85C0EECA82C35595A69EFGH".
   * Source: CloudPay.profitSharingFinish page, reply table, printed as required.
   */
  sign?: string;
  /**
   * 微信支付订单号，即被分账的那笔付款。
   * WeChat Pay's number of the payment that is shared.
   * Length: 1 to 32 characters.
   * Example: "4208450740201411110007820472".
   * Source: CloudPay pages, parameter tables.
   */
  transaction_id?: string;
  /**
   * 商户分账单号，在商户系统内唯一；单次分账、多次分账、完结分账各用各的单号。同一单号重复请求只算一次，重试时不得更换。只能用数字、大小写字母和 _-|*@，至多 64 个字符。
   * Your own number of this share, unique in your system; single share, multi share and finish each need their own. Repeating a number counts as one request, so a retry must keep it. Digits, letters and _-|*@ only, at most 64 characters.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "P20150806125346".
   * Source: CloudPay.profitSharingFinish page, parameter table.
   */
  out_order_no?: string;
  /**
   * 微信分账单号，由微信支付返回的唯一标识。
   * WeChat Pay's own number of the share.
   * Length: 1 to 64 characters.
   * Example: "3008450740201411110007820472".
   * Source: CloudPay pages.
   */
  order_id?: string;
  /**
   * 分账单状态。FINISHED 只表示处理结束，是否到账看每笔的 result。ACCEPTED 与 CLOSED 仅见于旧文档。
   * State of the share. FINISHED only says processing ended; whether anyone was paid is in each line's result. ACCEPTED and CLOSED appear on older pages only.
   * Example: "FINISHED".
   * Source: CloudPay.profitSharingQuery page; ACCEPTED, CLOSED: older v2 pages.
   */
  status?: 'ACCEPTED' | 'PROCESSING' | 'FINISHED' | 'CLOSED';
  /**
   * 关闭原因，仅旧文档的 CLOSED 状态有。
   * Why it was closed; only with CLOSED of older pages.
   * Example: "NO_AUTH".
   * Source: older v2 pages.
   */
  close_reason?: 'NO_AUTH';
  /**
   * 每个接收方的结果，JSON 字符串。
   * The outcome for every receiver, as a JSON string.
   * Example: [{"type":"MERCHANT_ID","account":"1900001001","amount":888,"description":"分到商户","result":"SUCCESS","finish_time":"20180608170132","detail_id":"36011111111111111111111"}].
   * Source: CloudPay.profitSharingQuery page, reply table.
   */
  receivers?: string;
  /**
   * 解冻给付款商户的金额，仅当查询的是完结单号。
   * Amount released to the paying merchant; only when the number belongs to a finish.
   * Unit: fen.
   * At least 0.
   * Example: 888.
   * Source: CloudPay.profitSharingQuery page, reply table.
   */
  amount?: number | string;
  /**
   * 完结原因，仅当查询的是完结单号。
   * Reason of the finish; only when the number belongs to a finish.
   * Length: 0 to 80 characters.
   * Example: "分账已完成".
   * Source: CloudPay.profitSharingQuery page, reply table.
   */
  description?: string;
  [k: string]: unknown;
}
/**
 * 完结分账. Finish sharing: request. Page: CloudPay.profitSharingFinish.
 */
export interface ProfitSharingFinishRequest {
  /**
   * 子商户号：微信支付分配给特约商户的商户号，即收款后要分账的一方。可省略，由配置 PROFIT_SHARING_SUB_MCH_ID 补上。apiv2、apiv3 接入方式上请求与配置都没有时，即直连商户自己的订单。
   * Sub-merchant number: the merchant that collected the payment and shares it. May be left out: PROFIT_SHARING_SUB_MCH_ID fills it. On apiv2 and apiv3, without either, the order is a direct merchant's own.
   * Length: 1 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay pages, parameter tables; absent for direct merchants: v2 pages 27_1 to 27_10.
   */
  sub_mch_id?: string;
  /**
   * 随机字符串，不超过 32 个字符。可省略，由密码学安全随机数补上。API v3 的接入方式另有自己的随机串，此值只在返回中原样带回。
   * Random text of at most 32 characters. May be left out: a cryptographically secure random value fills it. The API v3 links make their own; there it only comes back in the reply.
   * Length: 1 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay pages, parameter tables.
   */
  nonce_str?: string;
  /**
   * 微信支付订单号，即被分账的那笔付款。
   * WeChat Pay's number of the payment that is shared.
   * Length: 1 to 32 characters.
   * Example: "4208450740201411110007820472".
   * Source: CloudPay pages, parameter tables.
   */
  transaction_id: string;
  /**
   * 商户分账单号，在商户系统内唯一；单次分账、多次分账、完结分账各用各的单号。同一单号重复请求只算一次，重试时不得更换。只能用数字、大小写字母和 _-|*@，至多 64 个字符。
   * Your own number of this share, unique in your system; single share, multi share and finish each need their own. Repeating a number counts as one request, so a retry must keep it. Digits, letters and _-|*@ only, at most 64 characters.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "P20150806125346".
   * Source: CloudPay.profitSharingFinish page, parameter table.
   */
  out_order_no: string;
  /**
   * 完结分账的原因。
   * Why sharing is finished.
   * Length: 1 to 80 characters.
   * Example: "分账已完成".
   * Source: CloudPay.profitSharingFinish page, parameter table.
   */
  description: string;
}
/**
 * 完结分账. Finish sharing: reply. Page: CloudPay.profitSharingFinish.
 */
export interface ProfitSharingFinishReply {
  /**
   * 返回状态码。FAIL 表示通信、格式或签名层面失败，此时只保证有 return_msg。
   * Envelope result. FAIL is a fault of transport, format or signature; only return_msg is promised then.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page (16 characters); 32 on the return pages.
   */
  return_code: 'SUCCESS' | 'FAIL';
  /**
   * 返回信息；非空即为错误原因。
   * Envelope message; the reason of a fault when it is not empty.
   * Length: 0 to 128 characters.
   * Example: "参数格式校验错误".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  return_msg?: string;
  /**
   * 业务结果。SUCCESS 只表示请求已受理，资金是否到账以查询为准；FAIL 表示提交业务失败，原因见 err_code。
   * Business result. SUCCESS says the request was accepted, not that money has moved: query for the outcome. FAIL says that the business request failed (提交业务失败); err_code says why.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  result_code?: 'SUCCESS' | 'FAIL';
  /**
   * 错误代码，见错误码参考。
   * Error code, see the error reference.
   * Length: 0 to 32 characters.
   * Example: "SYSTEMERROR".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code?: string;
  /**
   * 错误代码描述。
   * Text of the error.
   * Length: 0 to 128 characters.
   * Example: "系统超时".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code_des?: string;
  /**
   * 调用接口所用的商户号（云开发下为平台的服务商号）。
   * Merchant number the call was made with (on the CloudBase links the platform's provider number).
   * Length: 0 to 32 characters.
   * Example: "1900000100".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  mch_id?: string;
  /**
   * 子商户号；直连商户的接入方式不返回。
   * Sub-merchant number; absent where a merchant calls for itself.
   * Length: 0 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because plain merchants have none.
   */
  sub_mch_id?: string;
  /**
   * 调用接口所用的公众账号 ID；API v3 的接入方式上未配置 WECHATPAY_APPID 时没有。
   * AppID the call was made with; absent on an API v3 link without WECHATPAY_APPID.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888888".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because API v3 asks for an AppID only beside openids and for adding or removing receivers.
   */
  appid?: string;
  /**
   * 子商户公众账号 ID。
   * AppID of the sub-merchant.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  sub_appid?: string;
  /**
   * 微信返回的随机字符串。
   * Random text of the answer.
   * Length: 0 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  nonce_str?: string;
  /**
   * 微信返回的签名。私有链路上调用方没有密钥，无法也无需校验；只有 API v2 接入方式能产生，故不作必有要求。
   * Signature of the answer. On the private links the caller holds no key to check it with; only an API v2 wire can produce one, so it is not demanded here.
   * Length: 0 to 64 characters.
   * Example: "ABC6DD4AA85C0EECA82C35595A69EFGH".
   * Source: CloudPay.profitSharingFinish page, reply table, printed as required.
   */
  sign?: string;
  /**
   * 微信支付订单号，即被分账的那笔付款。
   * WeChat Pay's number of the payment that is shared.
   * Length: 1 to 32 characters.
   * Example: "4208450740201411110007820472".
   * Source: CloudPay pages, parameter tables.
   */
  transaction_id?: string;
  /**
   * 商户分账单号，在商户系统内唯一；单次分账、多次分账、完结分账各用各的单号。同一单号重复请求只算一次，重试时不得更换。只能用数字、大小写字母和 _-|*@，至多 64 个字符。
   * Your own number of this share, unique in your system; single share, multi share and finish each need their own. Repeating a number counts as one request, so a retry must keep it. Digits, letters and _-|*@ only, at most 64 characters.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "P20150806125346".
   * Source: CloudPay.profitSharingFinish page, parameter table.
   */
  out_order_no?: string;
  /**
   * 微信分账单号，由微信支付返回的唯一标识。
   * WeChat Pay's own number of the share.
   * Length: 1 to 64 characters.
   * Example: "3008450740201411110007820472".
   * Source: CloudPay pages.
   */
  order_id?: string;
  /**
   * 页面列为必填，但完结没有接收方，实为从添加接收方页面抄来；不要依赖。
   * Printed as required on the page, yet a finish has no receiver (a copy from the add-receiver page); do not rely on it.
   * Example: {"type":"MERCHANT_ID","account":"190001001"}.
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  receiver?: string;
  [k: string]: unknown;
}
/**
 * 请求分账回退. Return a share: request. Page: CloudPay.profitSharingReturn.
 */
export interface ProfitSharingReturnRequest {
  /**
   * 子商户号：微信支付分配给特约商户的商户号，即收款后要分账的一方。可省略，由配置 PROFIT_SHARING_SUB_MCH_ID 补上。apiv2、apiv3 接入方式上请求与配置都没有时，即直连商户自己的订单。
   * Sub-merchant number: the merchant that collected the payment and shares it. May be left out: PROFIT_SHARING_SUB_MCH_ID fills it. On apiv2 and apiv3, without either, the order is a direct merchant's own.
   * Length: 1 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay pages, parameter tables; absent for direct merchants: v2 pages 27_1 to 27_10.
   */
  sub_mch_id?: string;
  /**
   * 子商户的小程序或公众号 AppID。请求中有 PERSONAL_SUB_OPENID 接收方时必填。可省略，由配置 PROFIT_SHARING_SUB_APPID 或调用方小程序的 AppID 补上。
   * AppID of the sub-merchant's mini program or official account. Needed in a request that names a PERSONAL_SUB_OPENID receiver. May be left out: PROFIT_SHARING_SUB_APPID or the caller's own AppID fills it.
   * Length: 1 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay pages, parameter tables; PERSONAL_SUB_OPENID condition: partner v3 pages.
   */
  sub_appid?: string;
  /**
   * 随机字符串，不超过 32 个字符。可省略，由密码学安全随机数补上。API v3 的接入方式另有自己的随机串，此值只在返回中原样带回。
   * Random text of at most 32 characters. May be left out: a cryptographically secure random value fills it. The API v3 links make their own; there it only comes back in the reply.
   * Length: 1 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay pages, parameter tables.
   */
  nonce_str?: string;
  /**
   * 当初分账的微信分账单号；与 out_order_no 二选一。
   * WeChat Pay's number of the share; either this or out_order_no.
   * Length: 1 to 64 characters.
   * Example: "3008450740201411110007820472".
   * Source: CloudPay pages.
   */
  order_id?: string;
  /**
   * 当初分账的商户分账单号；与 order_id 二选一。
   * The number the share was made with; either this or order_id.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "P20150806125346".
   * Source: CloudPay.profitSharingFinish page, parameter table.
   */
  out_order_no?: string;
  /**
   * 微信支付订单号；仅平台收付通可填，订单超过 6 个月时必填。
   * WeChat Pay's number of the payment; platforms only, and needed there once the order is older than six months.
   * Length: 1 to 32 characters.
   * Example: "4208450740201411110007820472".
   * Source: ecommerce page 4012477737.
   */
  transaction_id?: string;
  /**
   * 商户回退单号，在商户系统内唯一。同一单号重复请求只算一次，处理中或结果不明时只能用原单号、原参数重试。只能用数字、大小写字母和 _-|*@，至多 64 个字符。
   * Your own number of this return, unique in your system. Repeating a number counts as one request; while a return is in progress or its outcome unknown, only the same number with the same parameters is safe. Digits, letters and _-|*@ only, at most 64 characters.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "R20190516001".
   * Source: CloudPay.profitSharingReturn page, parameter table.
   */
  out_return_no: string;
  /**
   * 回退方类型，只有 MERCHANT_ID；可省略。
   * Kind of the returning side: MERCHANT_ID only; may be left out.
   * Example: "MERCHANT_ID".
   * Source: CloudPay.profitSharingReturn page, parameter table.
   */
  return_account_type?: 'MERCHANT_ID';
  /**
   * 回退方商户号，即当初收到分账的商户；个人接收方不能回退。
   * Merchant number that gives the money back, a receiver of the share; persons cannot return.
   * Length: 1 to 64 characters.
   * Example: "86693852".
   * Source: CloudPay.profitSharingReturn page, parameter table.
   */
  return_account: string;
  /**
   * 要退回的金额，整数；累计不得超过该接收方在这笔分账中收到的金额。
   * Amount to return, a whole number; all returns together cannot exceed what that receiver got from the share.
   * Unit: fen.
   * From 1 to 9007199254740991.
   * Example: 888.
   * Source: CloudPay.profitSharingReturn page; the lower bound of 1 is inferred; the upper bound is the largest whole number that JSON carries exactly, none is documented.
   */
  return_amount: number;
  /**
   * 回退原因。
   * Why the money is returned.
   * Length: 1 to 80 characters.
   * Example: "用户退款".
   * Source: CloudPay.profitSharingReturn page, parameter table.
   */
  description: string;
}
/**
 * 请求分账回退. Return a share: reply. Page: CloudPay.profitSharingReturn.
 */
export interface ProfitSharingReturnReply {
  /**
   * 返回状态码。FAIL 表示通信、格式或签名层面失败，此时只保证有 return_msg。
   * Envelope result. FAIL is a fault of transport, format or signature; only return_msg is promised then.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page (16 characters); 32 on the return pages.
   */
  return_code: 'SUCCESS' | 'FAIL';
  /**
   * 返回信息；非空即为错误原因。
   * Envelope message; the reason of a fault when it is not empty.
   * Length: 0 to 128 characters.
   * Example: "参数格式校验错误".
   * Source: seen for gateway faults; not in the table of the return pages.
   */
  return_msg?: string;
  /**
   * 错误代码（分账回退与回退查询用此名，而不是 err_code）。
   * Error code (the spelling of the return operations, instead of err_code).
   * Length: 0 to 32 characters.
   * Example: "SYSTEMERROR".
   * Source: CloudPay.profitSharingReturn page, reply table.
   */
  error_code?: string;
  /**
   * 错误描述（分账回退与回退查询用此名，而不是 err_code_des）。
   * Text of the error (the spelling of the return operations, instead of err_code_des).
   * Length: 0 to 256 characters.
   * Example: "参数格式校验错误".
   * Source: CloudPay.profitSharingReturn page, reply table.
   */
  error_msg?: string;
  /**
   * 页面没有此字段；实际有以 FAIL 与 error_code 一同返回的情况。
   * Not on this page; live answers have carried FAIL together with error_code.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: observed in live answers.
   */
  result_code?: 'SUCCESS' | 'FAIL';
  /**
   * 调用接口所用的商户号（云开发下为平台的服务商号）。
   * Merchant number the call was made with (on the CloudBase links the platform's provider number).
   * Length: 0 to 32 characters.
   * Example: "1900000100".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  mch_id?: string;
  /**
   * 子商户号；直连商户的接入方式不返回。
   * Sub-merchant number; absent where a merchant calls for itself.
   * Length: 0 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because plain merchants have none.
   */
  sub_mch_id?: string;
  /**
   * 调用接口所用的公众账号 ID；API v3 的接入方式上未配置 WECHATPAY_APPID 时没有。
   * AppID the call was made with; absent on an API v3 link without WECHATPAY_APPID.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888888".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because API v3 asks for an AppID only beside openids and for adding or removing receivers.
   */
  appid?: string;
  /**
   * 子商户公众账号 ID。
   * AppID of the sub-merchant.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  sub_appid?: string;
  /**
   * 微信返回的随机字符串。
   * Random text of the answer.
   * Length: 0 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  nonce_str?: string;
  /**
   * 微信返回的签名。私有链路上调用方没有密钥，无法也无需校验；只有 API v2 接入方式能产生，故不作必有要求。
   * Signature of the answer. On the private links the caller holds no key to check it with; only an API v2 wire can produce one, so it is not demanded here.
   * Length: 0 to 64 characters.
   * Example: "ABC6DD4AA85C0EECA82C35595A69EFGH".
   * Source: CloudPay.profitSharingFinish page, reply table, printed as required.
   */
  sign?: string;
  /**
   * 微信分账单号，由微信支付返回的唯一标识。
   * WeChat Pay's own number of the share.
   * Length: 1 to 64 characters.
   * Example: "3008450740201411110007820472".
   * Source: CloudPay pages.
   */
  order_id?: string;
  /**
   * 商户分账单号，在商户系统内唯一；单次分账、多次分账、完结分账各用各的单号。同一单号重复请求只算一次，重试时不得更换。只能用数字、大小写字母和 _-|*@，至多 64 个字符。
   * Your own number of this share, unique in your system; single share, multi share and finish each need their own. Repeating a number counts as one request, so a retry must keep it. Digits, letters and _-|*@ only, at most 64 characters.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "P20150806125346".
   * Source: CloudPay.profitSharingFinish page, parameter table.
   */
  out_order_no?: string;
  /**
   * 商户回退单号，在商户系统内唯一。同一单号重复请求只算一次，处理中或结果不明时只能用原单号、原参数重试。只能用数字、大小写字母和 _-|*@，至多 64 个字符。
   * Your own number of this return, unique in your system. Repeating a number counts as one request; while a return is in progress or its outcome unknown, only the same number with the same parameters is safe. Digits, letters and _-|*@ only, at most 64 characters.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "R20190516001".
   * Source: CloudPay.profitSharingReturn page, parameter table.
   */
  out_return_no?: string;
  /**
   * 微信回退单号。
   * WeChat Pay's number of the return.
   * Length: 0 to 64 characters.
   * Example: "3008450740201411110007820473".
   * Source: CloudPay.profitSharingReturn page, reply table.
   */
  return_no?: string;
  /**
   * 回退方类型，只有 MERCHANT_ID；可省略。
   * Kind of the returning side: MERCHANT_ID only; may be left out.
   * Example: "MERCHANT_ID".
   * Source: CloudPay.profitSharingReturn page, parameter table.
   */
  return_account_type?: 'MERCHANT_ID';
  /**
   * 回退方商户号，即当初收到分账的商户；个人接收方不能回退。
   * Merchant number that gives the money back, a receiver of the share; persons cannot return.
   * Length: 1 to 64 characters.
   * Example: "86693852".
   * Source: CloudPay.profitSharingReturn page, parameter table.
   */
  return_account?: string;
  /**
   * 回退金额。
   * Amount returned.
   * Unit: fen.
   * At least 0.
   * Example: 888.
   * Source: CloudPay.profitSharingReturn page, reply table.
   */
  return_amount?: number | string;
  /**
   * 回退原因；部分接入方式的查询不返回，故不作必有要求。
   * Reason of the return; some links do not repeat it in a query, so it is not demanded.
   * Length: 0 to 80 characters.
   * Example: "用户退款".
   * Source: CloudPay.profitSharingReturn page, reply table.
   */
  description?: string;
  /**
   * 回退结果。PROCESSING 时保持原单号查询或重试；SUCCESS 与 FAILED 为终态。
   * Outcome of the return. While PROCESSING query, or repeat with the same number; SUCCESS and FAILED are final.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingReturn page, reply table.
   */
  result?: 'PROCESSING' | 'SUCCESS' | 'FAILED';
  /**
   * 失败原因，见错误码参考。
   * Why the return failed, see the error reference.
   * Example: "TIME_OUT_CLOSED".
   * Source: CloudPay.profitSharingReturn page; BALANCE_NOT_ENOUGH: v3 pages.
   */
  fail_reason?:
    'ACCOUNT_ABNORMAL' | 'BALANCE_NOT_ENOUGH' | 'TIME_OUT_CLOSED' | 'PAYER_ACCOUNT_ABNORMAL' | 'INVALID_REQUEST';
  /**
   * 完成时间，北京时间 yyyyMMddHHmmss；未完成时可能为空。
   * Time of completion, yyyyMMddHHmmss in Beijing time; may be empty while unfinished.
   * Pattern: ^([0-9]{14})?$.
   * Example: "20180608170132".
   * Source: CloudPay.profitSharingReturn page; printed with length 16, the value has 14 characters.
   */
  finish_time?: string;
  [k: string]: unknown;
}
/**
 * 查询分账回退结果. Query a return: request. Page: CloudPay.profitSharingReturnQuery.
 */
export interface ProfitSharingReturnQueryRequest {
  /**
   * 子商户号：微信支付分配给特约商户的商户号，即收款后要分账的一方。可省略，由配置 PROFIT_SHARING_SUB_MCH_ID 补上。apiv2、apiv3 接入方式上请求与配置都没有时，即直连商户自己的订单。
   * Sub-merchant number: the merchant that collected the payment and shares it. May be left out: PROFIT_SHARING_SUB_MCH_ID fills it. On apiv2 and apiv3, without either, the order is a direct merchant's own.
   * Length: 1 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay pages, parameter tables; absent for direct merchants: v2 pages 27_1 to 27_10.
   */
  sub_mch_id?: string;
  /**
   * 随机字符串，不超过 32 个字符。可省略，由密码学安全随机数补上。API v3 的接入方式另有自己的随机串，此值只在返回中原样带回。
   * Random text of at most 32 characters. May be left out: a cryptographically secure random value fills it. The API v3 links make their own; there it only comes back in the reply.
   * Length: 1 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay pages, parameter tables.
   */
  nonce_str?: string;
  /**
   * 当初分账的微信分账单号；与 out_order_no 二选一。
   * WeChat Pay's number of the share; either this or out_order_no.
   * Length: 1 to 64 characters.
   * Example: "3008450740201411110007820472".
   * Source: CloudPay pages.
   */
  order_id?: string;
  /**
   * 当初分账的商户分账单号；与 order_id 二选一。
   * The number the share was made with; either this or order_id.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "P20150806125346".
   * Source: CloudPay.profitSharingFinish page, parameter table.
   */
  out_order_no?: string;
  /**
   * 要查询的商户回退单号。
   * The number the return was made with.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "R20190516001".
   * Source: CloudPay.profitSharingReturnQuery page, parameter table.
   */
  out_return_no: string;
}
/**
 * 查询分账回退结果. Query a return: reply. Page: CloudPay.profitSharingReturnQuery.
 */
export interface ProfitSharingReturnQueryReply {
  /**
   * 返回状态码。FAIL 表示通信、格式或签名层面失败，此时只保证有 return_msg。
   * Envelope result. FAIL is a fault of transport, format or signature; only return_msg is promised then.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page (16 characters); 32 on the return pages.
   */
  return_code: 'SUCCESS' | 'FAIL';
  /**
   * 返回信息；非空即为错误原因。
   * Envelope message; the reason of a fault when it is not empty.
   * Length: 0 to 128 characters.
   * Example: "参数格式校验错误".
   * Source: seen for gateway faults; not in the table of the return pages.
   */
  return_msg?: string;
  /**
   * 错误代码（分账回退与回退查询用此名，而不是 err_code）。
   * Error code (the spelling of the return operations, instead of err_code).
   * Length: 0 to 32 characters.
   * Example: "SYSTEMERROR".
   * Source: CloudPay.profitSharingReturn page, reply table.
   */
  error_code?: string;
  /**
   * 错误描述（分账回退与回退查询用此名，而不是 err_code_des）。
   * Text of the error (the spelling of the return operations, instead of err_code_des).
   * Length: 0 to 256 characters.
   * Example: "参数格式校验错误".
   * Source: CloudPay.profitSharingReturn page, reply table.
   */
  error_msg?: string;
  /**
   * 页面没有此字段；实际有以 FAIL 与 error_code 一同返回的情况。
   * Not on this page; live answers have carried FAIL together with error_code.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: observed in live answers.
   */
  result_code?: 'SUCCESS' | 'FAIL';
  /**
   * 调用接口所用的商户号（云开发下为平台的服务商号）。
   * Merchant number the call was made with (on the CloudBase links the platform's provider number).
   * Length: 0 to 32 characters.
   * Example: "1900000100".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  mch_id?: string;
  /**
   * 子商户号；直连商户的接入方式不返回。
   * Sub-merchant number; absent where a merchant calls for itself.
   * Length: 0 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because plain merchants have none.
   */
  sub_mch_id?: string;
  /**
   * 调用接口所用的公众账号 ID；API v3 的接入方式上未配置 WECHATPAY_APPID 时没有。
   * AppID the call was made with; absent on an API v3 link without WECHATPAY_APPID.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888888".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because API v3 asks for an AppID only beside openids and for adding or removing receivers.
   */
  appid?: string;
  /**
   * 子商户公众账号 ID。
   * AppID of the sub-merchant.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  sub_appid?: string;
  /**
   * 微信返回的随机字符串。
   * Random text of the answer.
   * Length: 0 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  nonce_str?: string;
  /**
   * 微信返回的签名。私有链路上调用方没有密钥，无法也无需校验；只有 API v2 接入方式能产生，故不作必有要求。
   * Signature of the answer. On the private links the caller holds no key to check it with; only an API v2 wire can produce one, so it is not demanded here.
   * Length: 0 to 64 characters.
   * Example: "ABC6DD4AA85C0EECA82C35595A69EFGH".
   * Source: CloudPay.profitSharingFinish page, reply table, printed as required.
   */
  sign?: string;
  /**
   * 微信分账单号，由微信支付返回的唯一标识。
   * WeChat Pay's own number of the share.
   * Length: 1 to 64 characters.
   * Example: "3008450740201411110007820472".
   * Source: CloudPay pages.
   */
  order_id?: string;
  /**
   * 商户分账单号，在商户系统内唯一；单次分账、多次分账、完结分账各用各的单号。同一单号重复请求只算一次，重试时不得更换。只能用数字、大小写字母和 _-|*@，至多 64 个字符。
   * Your own number of this share, unique in your system; single share, multi share and finish each need their own. Repeating a number counts as one request, so a retry must keep it. Digits, letters and _-|*@ only, at most 64 characters.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "P20150806125346".
   * Source: CloudPay.profitSharingFinish page, parameter table.
   */
  out_order_no?: string;
  /**
   * 商户回退单号，在商户系统内唯一。同一单号重复请求只算一次，处理中或结果不明时只能用原单号、原参数重试。只能用数字、大小写字母和 _-|*@，至多 64 个字符。
   * Your own number of this return, unique in your system. Repeating a number counts as one request; while a return is in progress or its outcome unknown, only the same number with the same parameters is safe. Digits, letters and _-|*@ only, at most 64 characters.
   * Pattern: ^[0-9A-Za-z_\-|*@]{1,64}$.
   * Example: "R20190516001".
   * Source: CloudPay.profitSharingReturn page, parameter table.
   */
  out_return_no?: string;
  /**
   * 微信回退单号。
   * WeChat Pay's number of the return.
   * Length: 0 to 64 characters.
   * Example: "3008450740201411110007820473".
   * Source: CloudPay.profitSharingReturn page, reply table.
   */
  return_no?: string;
  /**
   * 回退方类型，只有 MERCHANT_ID；可省略。
   * Kind of the returning side: MERCHANT_ID only; may be left out.
   * Example: "MERCHANT_ID".
   * Source: CloudPay.profitSharingReturn page, parameter table.
   */
  return_account_type?: 'MERCHANT_ID';
  /**
   * 回退方商户号，即当初收到分账的商户；个人接收方不能回退。
   * Merchant number that gives the money back, a receiver of the share; persons cannot return.
   * Length: 1 to 64 characters.
   * Example: "86693852".
   * Source: CloudPay.profitSharingReturn page, parameter table.
   */
  return_account?: string;
  /**
   * 回退金额。
   * Amount returned.
   * Unit: fen.
   * At least 0.
   * Example: 888.
   * Source: CloudPay.profitSharingReturn page, reply table.
   */
  return_amount?: number | string;
  /**
   * 回退原因；部分接入方式的查询不返回，故不作必有要求。
   * Reason of the return; some links do not repeat it in a query, so it is not demanded.
   * Length: 0 to 80 characters.
   * Example: "用户退款".
   * Source: CloudPay.profitSharingReturn page, reply table.
   */
  description?: string;
  /**
   * 回退结果。PROCESSING 时保持原单号查询或重试；SUCCESS 与 FAILED 为终态。
   * Outcome of the return. While PROCESSING query, or repeat with the same number; SUCCESS and FAILED are final.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingReturn page, reply table.
   */
  result?: 'PROCESSING' | 'SUCCESS' | 'FAILED';
  /**
   * 失败原因，见错误码参考。
   * Why the return failed, see the error reference.
   * Example: "TIME_OUT_CLOSED".
   * Source: CloudPay.profitSharingReturn page; BALANCE_NOT_ENOUGH: v3 pages.
   */
  fail_reason?:
    'ACCOUNT_ABNORMAL' | 'BALANCE_NOT_ENOUGH' | 'TIME_OUT_CLOSED' | 'PAYER_ACCOUNT_ABNORMAL' | 'INVALID_REQUEST';
  /**
   * 完成时间，北京时间 yyyyMMddHHmmss；未完成时可能为空。
   * Time of completion, yyyyMMddHHmmss in Beijing time; may be empty while unfinished.
   * Pattern: ^([0-9]{14})?$.
   * Example: "20180608170132".
   * Source: CloudPay.profitSharingReturn page; printed with length 16, the value has 14 characters.
   */
  finish_time?: string;
  [k: string]: unknown;
}
/**
 * 查询剩余待分金额. Query what is left to share: request. Page: v2 pages 25_10, 27_10; partner pages 4012457927, 4012477751, 4012467021.
 */
export interface ProfitSharingOrderAmountQueryRequest {
  /**
   * 随机字符串，不超过 32 个字符。可省略，由密码学安全随机数补上。API v3 的接入方式另有自己的随机串，此值只在返回中原样带回。
   * Random text of at most 32 characters. May be left out: a cryptographically secure random value fills it. The API v3 links make their own; there it only comes back in the reply.
   * Length: 1 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: v2 page 25_10.
   */
  nonce_str?: string;
  /**
   * 微信支付订单号，即被分账的那笔付款。
   * WeChat Pay's number of the payment that is shared.
   * Length: 1 to 32 characters.
   * Example: "4208450740201411110007820472".
   * Source: v2 page 25_10, which lists neither sub_mch_id nor appid.
   */
  transaction_id: string;
}
/**
 * 查询剩余待分金额. Query what is left to share: reply. Page: v2 pages 25_10, 27_10; partner pages 4012457927, 4012477751, 4012467021.
 */
export interface ProfitSharingOrderAmountQueryReply {
  /**
   * 返回状态码。FAIL 表示通信、格式或签名层面失败，此时只保证有 return_msg。
   * Envelope result. FAIL is a fault of transport, format or signature; only return_msg is promised then.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page (16 characters); 32 on the return pages.
   */
  return_code: 'SUCCESS' | 'FAIL';
  /**
   * 返回信息；非空即为错误原因。
   * Envelope message; the reason of a fault when it is not empty.
   * Length: 0 to 128 characters.
   * Example: "参数格式校验错误".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  return_msg?: string;
  /**
   * API v2 的两个页面没有此字段；API v3 的接入方式由云函数补上。
   * Not on the two API v2 pages; the function adds it on the API v3 links.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: v2 pages 25_10, 25_11.
   */
  result_code?: 'SUCCESS' | 'FAIL';
  /**
   * 错误代码，见错误码参考。
   * Error code, see the error reference.
   * Length: 0 to 32 characters.
   * Example: "SYSTEMERROR".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code?: string;
  /**
   * 错误代码描述。
   * Text of the error.
   * Length: 0 to 128 characters.
   * Example: "系统超时".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code_des?: string;
  /**
   * 错误描述（查询最大分账比例用此名，而不是 err_code_des）。
   * Text of the error (the spelling of the maximum-ratio query, instead of err_code_des).
   * Length: 0 to 256 characters.
   * Example: "参数格式校验错误".
   * Source: v2 page 25_11.
   */
  err_msg?: string;
  /**
   * 错误代码（查询剩余待分金额用此名，而不是 err_code）。
   * Error code (the spelling of the remaining-amount query, instead of err_code).
   * Length: 0 to 32 characters.
   * Example: "SYSTEMERROR".
   * Source: v2 page 25_10.
   */
  error_code?: string;
  /**
   * 错误描述（查询剩余待分金额用此名，而不是 err_code_des）。
   * Text of the error (the spelling of the remaining-amount query, instead of err_code_des).
   * Length: 0 to 256 characters.
   * Example: "参数格式校验错误".
   * Source: v2 page 25_10.
   */
  error_msg?: string;
  /**
   * 调用接口所用的商户号（云开发下为平台的服务商号）。
   * Merchant number the call was made with (on the CloudBase links the platform's provider number).
   * Length: 0 to 32 characters.
   * Example: "1900000100".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  mch_id?: string;
  /**
   * 调用接口所用的公众账号 ID；API v3 的接入方式上未配置 WECHATPAY_APPID 时没有。
   * AppID the call was made with; absent on an API v3 link without WECHATPAY_APPID.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888888".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because API v3 asks for an AppID only beside openids and for adding or removing receivers.
   */
  appid?: string;
  /**
   * 微信返回的随机字符串。
   * Random text of the answer.
   * Length: 0 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  nonce_str?: string;
  /**
   * 微信返回的签名。私有链路上调用方没有密钥，无法也无需校验；只有 API v2 接入方式能产生，故不作必有要求。
   * Signature of the answer. On the private links the caller holds no key to check it with; only an API v2 wire can produce one, so it is not demanded here.
   * Length: 0 to 64 characters.
   * Example: "ABC6DD4AA85C0EECA82C35595A69EFGH".
   * Source: CloudPay.profitSharingFinish page, reply table, printed as required.
   */
  sign?: string;
  /**
   * 微信支付订单号，即被分账的那笔付款。
   * WeChat Pay's number of the payment that is shared.
   * Length: 1 to 32 characters.
   * Example: "4208450740201411110007820472".
   * Source: v2 page 25_10.
   */
  transaction_id?: string;
  /**
   * 剩余待分金额。
   * Amount that can still be shared.
   * Unit: fen.
   * At least 0.
   * Example: 1000.
   * Source: v2 page 25_10.
   */
  unsplit_amount?: number | string;
  [k: string]: unknown;
}
/**
 * 查询最大分账比例. Query the maximum ratio: request. Page: v2 page 25_11; merchant-configs of the Go SDK and brand-configs of the Java SDK for API v3.
 */
export interface ProfitSharingMerchantRatioQueryRequest {
  /**
   * 子商户号。可省略，由配置 PROFIT_SHARING_SUB_MCH_ID 补上。apiv2 上与 brand_mch_id 二选一；apiv3 上必填；brand 不发送。
   * Sub-merchant number. May be left out: PROFIT_SHARING_SUB_MCH_ID fills it. On apiv2 either this or brand_mch_id; required on apiv3; not sent on brand.
   * Length: 1 to 32 characters.
   * Example: "1900000109".
   * Source: v2 page 25_11.
   */
  sub_mch_id?: string;
  /**
   * 品牌主商户号，要查询品牌的比例时填写，apiv2、brand 可用。可省略，由配置 WECHATPAY_BRAND_MCH_ID 补上（apiv2 上仅当没有 sub_mch_id 时）。
   * Merchant number of the brand, to ask for the brand's ratio, on apiv2 and brand. May be left out: WECHATPAY_BRAND_MCH_ID fills it (on apiv2 only where there is no sub_mch_id).
   * Length: 1 to 32 characters.
   * Example: "1900000108".
   * Source: v2 page 25_11.
   */
  brand_mch_id?: string;
  /**
   * 随机字符串，不超过 32 个字符。可省略，由密码学安全随机数补上。API v3 的接入方式另有自己的随机串，此值只在返回中原样带回。
   * Random text of at most 32 characters. May be left out: a cryptographically secure random value fills it. The API v3 links make their own; there it only comes back in the reply.
   * Length: 1 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: v2 page 25_11.
   */
  nonce_str?: string;
}
/**
 * 查询最大分账比例. Query the maximum ratio: reply. Page: v2 page 25_11; merchant-configs of the Go SDK and brand-configs of the Java SDK for API v3.
 */
export interface ProfitSharingMerchantRatioQueryReply {
  /**
   * 返回状态码。FAIL 表示通信、格式或签名层面失败，此时只保证有 return_msg。
   * Envelope result. FAIL is a fault of transport, format or signature; only return_msg is promised then.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page (16 characters); 32 on the return pages.
   */
  return_code: 'SUCCESS' | 'FAIL';
  /**
   * 返回信息；非空即为错误原因。
   * Envelope message; the reason of a fault when it is not empty.
   * Length: 0 to 128 characters.
   * Example: "参数格式校验错误".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  return_msg?: string;
  /**
   * API v2 的两个页面没有此字段；API v3 的接入方式由云函数补上。
   * Not on the two API v2 pages; the function adds it on the API v3 links.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: v2 pages 25_10, 25_11.
   */
  result_code?: 'SUCCESS' | 'FAIL';
  /**
   * 错误代码，见错误码参考。
   * Error code, see the error reference.
   * Length: 0 to 32 characters.
   * Example: "SYSTEMERROR".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code?: string;
  /**
   * 错误代码描述。
   * Text of the error.
   * Length: 0 to 128 characters.
   * Example: "系统超时".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code_des?: string;
  /**
   * 错误描述（查询最大分账比例用此名，而不是 err_code_des）。
   * Text of the error (the spelling of the maximum-ratio query, instead of err_code_des).
   * Length: 0 to 256 characters.
   * Example: "参数格式校验错误".
   * Source: v2 page 25_11.
   */
  err_msg?: string;
  /**
   * 错误代码（查询剩余待分金额用此名，而不是 err_code）。
   * Error code (the spelling of the remaining-amount query, instead of err_code).
   * Length: 0 to 32 characters.
   * Example: "SYSTEMERROR".
   * Source: v2 page 25_10.
   */
  error_code?: string;
  /**
   * 错误描述（查询剩余待分金额用此名，而不是 err_code_des）。
   * Text of the error (the spelling of the remaining-amount query, instead of err_code_des).
   * Length: 0 to 256 characters.
   * Example: "参数格式校验错误".
   * Source: v2 page 25_10.
   */
  error_msg?: string;
  /**
   * 调用接口所用的商户号（云开发下为平台的服务商号）。
   * Merchant number the call was made with (on the CloudBase links the platform's provider number).
   * Length: 0 to 32 characters.
   * Example: "1900000100".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  mch_id?: string;
  /**
   * 调用接口所用的公众账号 ID；API v3 的接入方式上未配置 WECHATPAY_APPID 时没有。
   * AppID the call was made with; absent on an API v3 link without WECHATPAY_APPID.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888888".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because API v3 asks for an AppID only beside openids and for adding or removing receivers.
   */
  appid?: string;
  /**
   * 微信返回的随机字符串。
   * Random text of the answer.
   * Length: 0 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  nonce_str?: string;
  /**
   * 微信返回的签名。私有链路上调用方没有密钥，无法也无需校验；只有 API v2 接入方式能产生，故不作必有要求。
   * Signature of the answer. On the private links the caller holds no key to check it with; only an API v2 wire can produce one, so it is not demanded here.
   * Length: 0 to 64 characters.
   * Example: "ABC6DD4AA85C0EECA82C35595A69EFGH".
   * Source: CloudPay.profitSharingFinish page, reply table, printed as required.
   */
  sign?: string;
  /**
   * 子商户号；直连商户的接入方式不返回。
   * Sub-merchant number; absent where a merchant calls for itself.
   * Length: 0 to 32 characters.
   * Example: "1900000109".
   * Source: v2 page 25_11.
   */
  sub_mch_id?: string;
  /**
   * 品牌主商户号。
   * Merchant number of the brand.
   * Length: 0 to 32 characters.
   * Example: "1900000108".
   * Source: v2 page 25_11.
   */
  brand_mch_id?: string;
  /**
   * 最大分账比例，2000 即 20 %。XML 接入方式会把数字写成文本，因此数字串也视为合法。
   * The maximum ratio: 2000 is 20 %. The XML wire carries numbers as text, so a string of digits counts as well formed.
   * Unit: 1/10000.
   * At least 0.
   * Example: 2000.
   * Source: v2 page 25_11.
   */
  max_ratio?: number | string;
  [k: string]: unknown;
}
/**
 * 下载分账账单. Read a bill: request. Page: GET /v3/profitsharing/bills of API v3, as the Go SDK describes it.
 */
export interface ProfitSharingBillRequest {
  /**
   * 只要这个子商户的账单。可省略，由配置 PROFIT_SHARING_SUB_MCH_ID 补上；两者都没有时为全部子商户（直连商户为自己）的账单。
   * Only the bill of this sub-merchant. May be left out: PROFIT_SHARING_SUB_MCH_ID fills it; without either it is the bill of all sub-merchants, or a direct merchant's own.
   * Length: 8 to 12 characters.
   * Example: "1900000109".
   * Source: Go SDK, bills.
   */
  sub_mch_id?: string;
  /**
   * 随机字符串，不超过 32 个字符。可省略，由密码学安全随机数补上。API v3 的接入方式另有自己的随机串，此值只在返回中原样带回。
   * Random text of at most 32 characters. May be left out: a cryptographically secure random value fills it. The API v3 links make their own; there it only comes back in the reply.
   * Length: 1 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay pages, for the sake of one contract; not sent.
   */
  nonce_str?: string;
  /**
   * 账单日期，北京时间的自然日 yyyy-MM-DD，近三个月内。
   * Day of the bill in Beijing, yyyy-MM-DD, within the last three months.
   * Pattern: ^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$.
   * Example: "2019-06-11".
   * Source: Go SDK, bills.
   */
  bill_date: string;
  /**
   * 上一页返回的 next_cursor，原样传回；第一页不传。
   * next_cursor of the page before, exactly as it came; left out for the first page.
   * Length: 1 to 64 characters.
   * Example: "79bb0f45fc4c42234a918000b2668d689e2bde04.2500".
   * Source: this project.
   */
  cursor?: string;
}
/**
 * 下载分账账单. Read a bill: reply. Page: GET /v3/profitsharing/bills of API v3, as the Go SDK describes it.
 */
export interface ProfitSharingBillReply {
  /**
   * 返回状态码。FAIL 表示通信、格式或签名层面失败，此时只保证有 return_msg。
   * Envelope result. FAIL is a fault of transport, format or signature; only return_msg is promised then.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page (16 characters); 32 on the return pages.
   */
  return_code: 'SUCCESS' | 'FAIL';
  /**
   * 返回信息；非空即为错误原因。
   * Envelope message; the reason of a fault when it is not empty.
   * Length: 0 to 128 characters.
   * Example: "参数格式校验错误".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  return_msg?: string;
  /**
   * 业务结果。SUCCESS 只表示请求已受理，资金是否到账以查询为准；FAIL 表示提交业务失败，原因见 err_code。
   * Business result. SUCCESS says the request was accepted, not that money has moved: query for the outcome. FAIL says that the business request failed (提交业务失败); err_code says why.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  result_code?: 'SUCCESS' | 'FAIL';
  /**
   * 错误代码，见错误码参考。
   * Error code, see the error reference.
   * Length: 0 to 32 characters.
   * Example: "SYSTEMERROR".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code?: string;
  /**
   * 错误代码描述。
   * Text of the error.
   * Length: 0 to 128 characters.
   * Example: "系统超时".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code_des?: string;
  /**
   * 调用接口所用的商户号（云开发下为平台的服务商号）。
   * Merchant number the call was made with (on the CloudBase links the platform's provider number).
   * Length: 0 to 32 characters.
   * Example: "1900000100".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  mch_id?: string;
  /**
   * 子商户号；直连商户的接入方式不返回。
   * Sub-merchant number; absent where a merchant calls for itself.
   * Length: 0 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because plain merchants have none.
   */
  sub_mch_id?: string;
  /**
   * 调用接口所用的公众账号 ID；API v3 的接入方式上未配置 WECHATPAY_APPID 时没有。
   * AppID the call was made with; absent on an API v3 link without WECHATPAY_APPID.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888888".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because API v3 asks for an AppID only beside openids and for adding or removing receivers.
   */
  appid?: string;
  /**
   * 子商户公众账号 ID。
   * AppID of the sub-merchant.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  sub_appid?: string;
  /**
   * 微信返回的随机字符串。
   * Random text of the answer.
   * Length: 0 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  nonce_str?: string;
  /**
   * 微信返回的签名。私有链路上调用方没有密钥，无法也无需校验；只有 API v2 接入方式能产生，故不作必有要求。
   * Signature of the answer. On the private links the caller holds no key to check it with; only an API v2 wire can produce one, so it is not demanded here.
   * Length: 0 to 64 characters.
   * Example: "ABC6DD4AA85C0EECA82C35595A69EFGH".
   * Source: CloudPay.profitSharingFinish page, reply table, printed as required.
   */
  sign?: string;
  /**
   * 账单日期，同请求。
   * Day of the bill, as asked for.
   * Length: 0 to 10 characters.
   * Example: "2019-06-11".
   * Source: this project.
   */
  bill_date?: string;
  /**
   * 明细各列的名称。
   * Names of the columns of `rows`.
   * Example: ["分账时间","微信订单号","分账金额"].
   * Source: first line of the section in the bill file; WeChat Pay documents no list of columns.
   */
  columns?: string[];
  /**
   * 明细，每行的值与 columns 一一对应，金额单位是元。一页约 900 KB，至少一行。
   * The lines of this page, values in the order of `columns`, amounts in yuan. About 900 KB a page, at least one line.
   * Example: [["2019-06-11 10:20:30","4208450740201411110007820472","8.88"]].
   * Source: the lines below it; every value of the file begins with a backtick, which is taken off.
   */
  rows?: string[][];
  /**
   * 还有下一页时才有；账单若在两页之间变化，会以 BAD_ANSWER 提示从头再取。
   * Only when there is another page; if the bill changed between two pages, BAD_ANSWER says to begin again.
   * Length: 0 to 64 characters.
   * Example: "79bb0f45fc4c42234a918000b2668d689e2bde04.2500".
   * Source: this project.
   */
  next_cursor?: string;
  /**
   * 账单末尾的合计，仅最后一页有。
   * The totals at the end of the bill, on the last page only.
   * Example: {"columns":["分账总笔数","分账总金额"],"rows":[["1","8.88"]]}.
   * Source: Go SDK, bills: detail part, then summary part.
   */
  summary?: {
    /**
     * 合计各列的名称。
     * Names of the columns of the totals.
     * Example: ["分账总笔数","分账总金额"].
     * Source: first line of the section in the bill file; WeChat Pay documents no list of columns.
     */
    columns: string[];
    /**
     * 合计。
     * The totals.
     * Example: [["1","8.88"]].
     * Source: the lines below it; every value of the file begins with a backtick, which is taken off.
     */
    rows: string[][];
    [k: string]: unknown;
  };
  [k: string]: unknown;
}
/**
 * 请求售后服务分账. Share an after-sales fee: request. Page: none found; POST /v3/ecommerce/profitsharing/after-sales-orders of API v3, as the Java SDK describes it.
 */
export interface ProfitSharingAfterSalesRequest {
  /**
   * 二级商户号：收款的一方。可省略，由配置 PROFIT_SHARING_SUB_MCH_ID 补上。
   * Sub-merchant number: the merchant that collected the payment. May be left out: PROFIT_SHARING_SUB_MCH_ID fills it.
   * Length: 1 to 32 characters.
   * Example: "1900000109".
   * Source: openapi snapshot of 2023.07.11 and Java SDK; no official page found.
   */
  sub_mch_id?: string;
  /**
   * 随机字符串，不超过 32 个字符。可省略，由密码学安全随机数补上。API v3 的接入方式另有自己的随机串，此值只在返回中原样带回。
   * Random text of at most 32 characters. May be left out: a cryptographically secure random value fills it. The API v3 links make their own; there it only comes back in the reply.
   * Length: 1 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay pages, for the sake of one contract; not sent.
   */
  nonce_str?: string;
  /**
   * 微信支付订单号，即收取服务费的那笔付款。
   * WeChat Pay's number of the payment the fee belongs to.
   * Length: 1 to 32 characters.
   * Example: "4208450740201411110007820472".
   * Source: openapi snapshot of 2023.07.11 and Java SDK; no official page found.
   */
  transaction_id: string;
  /**
   * 服务费金额，整数。
   * The fee, a whole number.
   * Unit: fen.
   * From 1 to 9007199254740991.
   * Example: 888.
   * Source: openapi snapshot of 2023.07.11 and Java SDK; no official page found; the lower bound of 1 is inferred; the upper bound is the largest whole number that JSON carries exactly, none is documented.
   */
  amount: number;
  /**
   * 分账类型。SERVICE_FEE_INCOME：服务费收入。
   * Kind of share. SERVICE_FEE_INCOME: income from a service fee.
   * Example: "SERVICE_FEE_INCOME".
   * Source: openapi snapshot of 2023.07.11 and Java SDK; no official page found.
   */
  type: 'SERVICE_FEE_INCOME';
  /**
   * 场景。REFUND_TICKET：退票；CHANGE_TICKET：改签；RETURN_GOODS：退货。
   * Occasion. REFUND_TICKET: a returned ticket; CHANGE_TICKET: a changed ticket; RETURN_GOODS: returned goods.
   * Example: "REFUND_TICKET".
   * Source: openapi snapshot of 2023.07.11 and Java SDK; no official page found.
   */
  scene: 'REFUND_TICKET' | 'CHANGE_TICKET' | 'RETURN_GOODS';
  /**
   * 微信支付退款单号。
   * WeChat Pay's number of the refund.
   * Length: 1 to 64 characters.
   * Example: "50000000382019052709732678859".
   * Source: openapi snapshot of 2023.07.11 and Java SDK; no official page found; no length is documented.
   */
  refund_id: string;
}
/**
 * 请求售后服务分账. Share an after-sales fee: reply. Page: none found; POST /v3/ecommerce/profitsharing/after-sales-orders of API v3, as the Java SDK describes it.
 */
export interface ProfitSharingAfterSalesReply {
  /**
   * 返回状态码。FAIL 表示通信、格式或签名层面失败，此时只保证有 return_msg。
   * Envelope result. FAIL is a fault of transport, format or signature; only return_msg is promised then.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page (16 characters); 32 on the return pages.
   */
  return_code: 'SUCCESS' | 'FAIL';
  /**
   * 返回信息；非空即为错误原因。
   * Envelope message; the reason of a fault when it is not empty.
   * Length: 0 to 128 characters.
   * Example: "参数格式校验错误".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  return_msg?: string;
  /**
   * 业务结果。SUCCESS 只表示请求已受理，资金是否到账以查询为准；FAIL 表示提交业务失败，原因见 err_code。
   * Business result. SUCCESS says the request was accepted, not that money has moved: query for the outcome. FAIL says that the business request failed (提交业务失败); err_code says why.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  result_code?: 'SUCCESS' | 'FAIL';
  /**
   * 错误代码，见错误码参考。
   * Error code, see the error reference.
   * Length: 0 to 32 characters.
   * Example: "SYSTEMERROR".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code?: string;
  /**
   * 错误代码描述。
   * Text of the error.
   * Length: 0 to 128 characters.
   * Example: "系统超时".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code_des?: string;
  /**
   * 调用接口所用的商户号（云开发下为平台的服务商号）。
   * Merchant number the call was made with (on the CloudBase links the platform's provider number).
   * Length: 0 to 32 characters.
   * Example: "1900000100".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  mch_id?: string;
  /**
   * 子商户号；直连商户的接入方式不返回。
   * Sub-merchant number; absent where a merchant calls for itself.
   * Length: 0 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because plain merchants have none.
   */
  sub_mch_id?: string;
  /**
   * 调用接口所用的公众账号 ID；API v3 的接入方式上未配置 WECHATPAY_APPID 时没有。
   * AppID the call was made with; absent on an API v3 link without WECHATPAY_APPID.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888888".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because API v3 asks for an AppID only beside openids and for adding or removing receivers.
   */
  appid?: string;
  /**
   * 子商户公众账号 ID。
   * AppID of the sub-merchant.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  sub_appid?: string;
  /**
   * 微信返回的随机字符串。
   * Random text of the answer.
   * Length: 0 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  nonce_str?: string;
  /**
   * 微信返回的签名。私有链路上调用方没有密钥，无法也无需校验；只有 API v2 接入方式能产生，故不作必有要求。
   * Signature of the answer. On the private links the caller holds no key to check it with; only an API v2 wire can produce one, so it is not demanded here.
   * Length: 0 to 64 characters.
   * Example: "ABC6DD4AA85C0EECA82C35595A69EFGH".
   * Source: CloudPay.profitSharingFinish page, reply table, printed as required.
   */
  sign?: string;
  /**
   * 微信支付订单号，同请求。
   * WeChat Pay's number of the payment, as asked for.
   * Length: 1 to 32 characters.
   * Example: "4208450740201411110007820472".
   * Source: openapi snapshot of 2023.07.11 and Java SDK; no official page found.
   */
  transaction_id?: string;
  /**
   * 服务费金额。
   * The fee.
   * Unit: fen.
   * At least 0.
   * Example: 888.
   * Source: openapi snapshot of 2023.07.11 and Java SDK; no official page found.
   */
  amount?: number | string;
  [k: string]: unknown;
}
/**
 * 查询售后服务分账结果. Query an after-sales fee: request. Page: none found; GET /v3/ecommerce/profitsharing/after-sales-orders of API v3, as the Java SDK describes it.
 */
export interface ProfitSharingAfterSalesQueryRequest {
  /**
   * 二级商户号：收款的一方。可省略，由配置 PROFIT_SHARING_SUB_MCH_ID 补上。
   * Sub-merchant number: the merchant that collected the payment. May be left out: PROFIT_SHARING_SUB_MCH_ID fills it.
   * Length: 1 to 32 characters.
   * Example: "1900000109".
   * Source: openapi snapshot of 2023.07.11 and Java SDK; no official page found.
   */
  sub_mch_id?: string;
  /**
   * 随机字符串，不超过 32 个字符。可省略，由密码学安全随机数补上。API v3 的接入方式另有自己的随机串，此值只在返回中原样带回。
   * Random text of at most 32 characters. May be left out: a cryptographically secure random value fills it. The API v3 links make their own; there it only comes back in the reply.
   * Length: 1 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay pages, for the sake of one contract; not sent.
   */
  nonce_str?: string;
  /**
   * 微信支付订单号；文档标为可选，建议总是填写。
   * WeChat Pay's number of the payment; documented as optional, better always given.
   * Length: 1 to 32 characters.
   * Example: "4208450740201411110007820472".
   * Source: openapi snapshot of 2023.07.11 and Java SDK; no official page found.
   */
  transaction_id?: string;
}
/**
 * 查询售后服务分账结果. Query an after-sales fee: reply. Page: none found; GET /v3/ecommerce/profitsharing/after-sales-orders of API v3, as the Java SDK describes it.
 */
export interface ProfitSharingAfterSalesQueryReply {
  /**
   * 返回状态码。FAIL 表示通信、格式或签名层面失败，此时只保证有 return_msg。
   * Envelope result. FAIL is a fault of transport, format or signature; only return_msg is promised then.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page (16 characters); 32 on the return pages.
   */
  return_code: 'SUCCESS' | 'FAIL';
  /**
   * 返回信息；非空即为错误原因。
   * Envelope message; the reason of a fault when it is not empty.
   * Length: 0 to 128 characters.
   * Example: "参数格式校验错误".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  return_msg?: string;
  /**
   * 业务结果。SUCCESS 只表示请求已受理，资金是否到账以查询为准；FAIL 表示提交业务失败，原因见 err_code。
   * Business result. SUCCESS says the request was accepted, not that money has moved: query for the outcome. FAIL says that the business request failed (提交业务失败); err_code says why.
   * Length: 0 to 32 characters.
   * Example: "SUCCESS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  result_code?: 'SUCCESS' | 'FAIL';
  /**
   * 错误代码，见错误码参考。
   * Error code, see the error reference.
   * Length: 0 to 32 characters.
   * Example: "SYSTEMERROR".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code?: string;
  /**
   * 错误代码描述。
   * Text of the error.
   * Length: 0 to 128 characters.
   * Example: "系统超时".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  err_code_des?: string;
  /**
   * 调用接口所用的商户号（云开发下为平台的服务商号）。
   * Merchant number the call was made with (on the CloudBase links the platform's provider number).
   * Length: 0 to 32 characters.
   * Example: "1900000100".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  mch_id?: string;
  /**
   * 子商户号；直连商户的接入方式不返回。
   * Sub-merchant number; absent where a merchant calls for itself.
   * Length: 0 to 32 characters.
   * Example: "1900000109".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because plain merchants have none.
   */
  sub_mch_id?: string;
  /**
   * 调用接口所用的公众账号 ID；API v3 的接入方式上未配置 WECHATPAY_APPID 时没有。
   * AppID the call was made with; absent on an API v3 link without WECHATPAY_APPID.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888888".
   * Source: CloudPay.profitSharingFinish page, reply table; not demanded here because API v3 asks for an AppID only beside openids and for adding or removing receivers.
   */
  appid?: string;
  /**
   * 子商户公众账号 ID。
   * AppID of the sub-merchant.
   * Length: 0 to 32 characters.
   * Example: "wx8888888888888889".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  sub_appid?: string;
  /**
   * 微信返回的随机字符串。
   * Random text of the answer.
   * Length: 0 to 32 characters.
   * Example: "5K8264ILTKCH16CQ2502SI8ZNMTM67VS".
   * Source: CloudPay.profitSharingFinish page, reply table.
   */
  nonce_str?: string;
  /**
   * 微信返回的签名。私有链路上调用方没有密钥，无法也无需校验；只有 API v2 接入方式能产生，故不作必有要求。
   * Signature of the answer. On the private links the caller holds no key to check it with; only an API v2 wire can produce one, so it is not demanded here.
   * Length: 0 to 64 characters.
   * Example: "ABC6DD4AA85C0EECA82C35595A69EFGH".
   * Source: CloudPay.profitSharingFinish page, reply table, printed as required.
   */
  sign?: string;
  /**
   * 微信支付订单号。
   * WeChat Pay's number of the payment.
   * Length: 1 to 32 characters.
   * Example: "4208450740201411110007820472".
   * Source: openapi snapshot of 2023.07.11 and Java SDK; no official page found.
   */
  transaction_id?: string;
  /**
   * 服务费金额。
   * The fee.
   * Unit: fen.
   * At least 0.
   * Example: 888.
   * Source: openapi snapshot of 2023.07.11 and Java SDK; no official page found.
   */
  amount?: number | string;
  /**
   * 结果。SUCCESS 与 FAILED 为终态。
   * Outcome. SUCCESS and FAILED are final.
   * Example: "SUCCESS".
   * Source: openapi snapshot of 2023.07.11 and Java SDK; no official page found.
   */
  result?: 'PROCESSING' | 'SUCCESS' | 'FAILED';
  /**
   * 失败原因，见错误码参考。
   * Why it failed, see the error reference.
   * Example: "ACCOUNT_ABNORMAL".
   * Source: openapi snapshot of 2023.07.11 and Java SDK; no official page found.
   */
  fail_reason?: 'ACCOUNT_ABNORMAL' | 'NO_RELATION' | 'RECEIVER_HIGH_RISK';
  /**
   * 完成时间，北京时间 yyyyMMddHHmmss；未完成时可能为空。
   * Time of completion, yyyyMMddHHmmss in Beijing time; may be empty while unfinished.
   * Pattern: ^([0-9]{14})?$.
   * Example: "20180608170132".
   * Source: openapi snapshot of 2023.07.11 and Java SDK; no official page found.
   */
  finish_time?: string;
  [k: string]: unknown;
}
