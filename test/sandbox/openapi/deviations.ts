/** A difference between the sandbox and the transcription that is meant. */
export interface Deviation {
  readonly of: RegExp;
  readonly reason: string;
}

/** Where the transcription and a page or an SDK of WeChat Pay disagree, the sandbox follows the latter. */
export const deviations: readonly Deviation[] = [
  {
    of: /^\w+ \/v3\/profitsharing\/\S+ request sub_mchid: optional there$/,
    reason: 'It has one page for providers and direct merchants; a provider has to name the sub-merchant.',
  },
  {
    of: /^POST \/v3\/profitsharing\/orders request receivers: optional there$/,
    reason: 'Required on the pages of 2026; optional on those of 2022.',
  },
  {
    of: / request notify_url: not listed$/,
    reason: 'In the models of the official Java SDK, on no page: it is taken and not used.',
  },
  {
    of: /^POST \/v3\/ecommerce\/profitsharing\/orders request receivers\[\]\.receiver_mchid: not listed$/,
    reason: 'Obsolete beside receiver_account, yet in the sample of the guide.',
  },
  {
    of: /^POST \/v3\/ecommerce\/profitsharing\/receivers\/(add|delete) request appid: required there$/,
    reason: 'On the pages of 2026 it is needed with PERSONAL_OPENID only.',
  },
  {
    of: /^POST \/v3\/ecommerce\/profitsharing\/receivers\/add request relation_type: other values$/,
    reason: 'The values of type stand there a second time; the page lists those of relation_type.',
  },
  {
    of: /^POST \/v3\/brand\/profitsharing\/orders request appid: required there$/,
    reason: 'Optional on the page of 2025-09-29.',
  },
  {
    of: /^GET \/v3\/certificates request algorithm_type: other values$/,
    reason: 'The sandbox has no SM2 keys, so it refuses SM2.',
  },
  {
    of: /^GET \/v3\/profitsharing\/orders\/\{out_order_no\} answer (state|receivers\[\]\.result): \w+ is no listed value$/,
    reason: 'The lists have slipped by one field there: state has those of result, result those of fail_reason.',
  },
  {
    of: /^POST \/v3\/profitsharing\/orders\/unfreeze answer receivers\[\]\.fail_reason: missing$/,
    reason: 'The page has it for lines that are CLOSED.',
  },
  {
    of: /^GET \/v3\/brand\/profitsharing\/orders answer receivers\[\]\.result: SUCCESS is no listed value$/,
    reason: 'It is misspelt there: SUCEESS.',
  },
  {
    of: /^GET \/v3\/ecommerce\/profitsharing\/orders answer receivers\[\]\.(abnormal_status|funds_abnormal_\w+): not listed$/,
    reason: 'They stand beside receivers there, but within one in the answer to the share: money is held up by line.',
  },
  {
    of: /^\w+ \/v3\/ecommerce\/profitsharing\/returnorders answer transaction_id: not listed$/,
    reason: 'On the pages of 2026.',
  },
];
