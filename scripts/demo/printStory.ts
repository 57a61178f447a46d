import type { Balance, Chapter, Ending, Fields, Funds, Presenter } from '../../console';
import { LINKS } from '../../shared/generated/links';
import { type Locale, type Text, translate } from '../../shared/locale';
import { fundsTable, yuan } from './fundsTable';
import type { DemoStage } from './openStage';

type Lines = readonly Text[];

const titles: Readonly<Record<Chapter, Text>> = {
  paid: { zh: '买家支付 ¥100.00，下单时带了分账标识', en: 'A buyer pays ¥100.00 with the profit-sharing flag set' },
  registered: { zh: '后端登记可以收款的接收方', en: 'The backend registers who may receive money' },
  stranger: {
    zh: '一个陌生人直接从小程序调用动用资金的函数',
    en: 'A stranger calls the money function straight from a mini program',
  },
  mistaken: {
    zh: '后端写错了：把元当成分，还拼错一个字段',
    en: 'The backend makes a mistake: yuan instead of fen, and a misspelt field',
  },
  tooEarly: {
    zh: '太早了：微信支付要求付款后约一分钟再分账',
    en: 'Too early: WeChat Pay wants about a minute after the payment',
  },
  shared: {
    zh: '一分钟后：¥20.00 给供应商，¥5.00 给个人',
    en: 'One minute later: ¥20.00 to the supplier, ¥5.00 to a person',
  },
  lost: { zh: '第二笔分账的应答在回程丢失', en: 'The answer to a second share is lost on the way back' },
  unanswered: {
    zh: '第三笔遇上完全不应答的微信支付',
    en: 'And a third one meets a WeChat Pay that does not answer at all',
  },
  crashed: { zh: '函数在分账途中崩溃', en: 'The function crashes in the middle of a share' },
  partly: {
    zh: '两个接收方中有一个收不了款：此人没有实名',
    en: 'One of two receivers cannot be paid: that person never proved a real name',
  },
  notified: { zh: '微信支付通知供应商，伪造者也来通知', en: 'WeChat Pay notifies the supplier, and so does a forger' },
  returned: { zh: '供应商回退 ¥8.00', en: 'The supplier returns ¥8.00' },
  finished: {
    zh: '不再分账：剩余解冻给商户，已删除的接收方不再收款',
    en: 'Nothing more to share: the rest is released to the merchant, and a removed receiver stays removed',
  },
  reconciled: { zh: '对账把账本补齐', en: 'Reconciliation brings the ledger up to date' },
  balanced: { zh: '账平了吗？', en: 'Do the books balance?' },
};

/** After these the funds have moved. */
const moving: ReadonlySet<Chapter> = new Set(['paid', 'shared', 'unanswered', 'crashed', 'partly', 'finished']);

/** What reads alike in both languages: names, amounts, codes, and what the functions say in the language they were given. */
function alike(text: string): Text {
  return { zh: text, en: text };
}

function advised(reply: Fields = {}): Lines {
  const { retry, number, funds } = (reply.advice ?? {}) as Fields;
  return [
    alike(`${reply.err_code}: ${reply.err_code_des}`),
    alike(`→ retry: ${retry}, number: ${number}, funds: ${funds}`),
  ];
}

function paidLines({ lines }: Fields): Lines {
  return (lines as Fields[]).map(({ type, amount, result, fail_reason: reason }) =>
    alike([type, yuan(Number(amount)), result, reason].filter((word) => word !== undefined).join(' ')),
  );
}

function reportLine({ report }: Fields): Text {
  const { looked, settled, unknown } = report as Fields;
  return {
    zh: `profitSharingReconcile 查询了 ${looked} 个单号：${settled} 个有结果，${unknown} 个未知。`,
    en: `profitSharingReconcile queried ${looked} numbers: ${settled} settled, ${unknown} unknown.`,
  };
}

/** What the demo says of each chapter when it is over. */
const lines: Readonly<Record<Chapter, (ending: Required<Pick<Ending, 'request' | 'reply' | 'facts'>>) => Lines>> = {
  paid: ({ facts }) => [
    {
      zh: `transaction_id ${facts.transactionId}，手续费 ¥0.60，其余冻结，等待分账`,
      en: `transaction_id ${facts.transactionId}, fee ¥0.60, the rest frozen until it is shared`,
    },
  ],
  registered: ({ facts }) => (facts.receivers as Fields[]).map(({ type, name }) => alike(`${type} ${name}`)),
  stranger: ({ reply }) => advised(reply),
  mistaken: ({ reply }) => [
    ...(reply.violations as Fields[]).map(({ field, message }) => alike(`${field} ${message}`)),
    { zh: '这两处错误发到微信支付的请求数：0', en: 'Requests that reached WeChat Pay for these two: 0' },
  ],
  tooEarly: ({ reply }) => advised(reply),
  shared: ({ reply, facts }) => [
    {
      zh: `已受理，单号 ${reply.order_id}；受理不等于到账，所以查询：`,
      en: `accepted as ${reply.order_id}; accepted is not paid, so query:`,
    },
    ...paidLines(facts),
  ],
  lost: ({ request, reply }) => [
    {
      zh: `函数先查询再决定：${request.out_order_no} 存在，状态 ${reply.status}。`,
      en: `The function queried before anything else: ${request.out_order_no} exists, it is ${reply.status}.`,
    },
  ],
  unanswered: ({ request, reply, facts }) => [
    ...advised(reply),
    {
      zh: `先查询：微信支付有 ${request.out_order_no}，状态 ${(facts.found as Fields).status}。`,
      en: `Query first: WeChat Pay knows ${request.out_order_no}, it is ${(facts.found as Fields).status}.`,
    },
    {
      zh: `以同一单号重发：还是同一个 order_id ${(facts.again as Fields).order_id}，钱只动了一次。`,
      en: `Repeated with the same number: the same order_id ${(facts.again as Fields).order_id}, the money moved once.`,
    },
  ],
  crashed: ({ request, reply, facts }) => [
    {
      zh: '调用方只知道函数死了。钱动了吗？账本里有这次意图：',
      en: 'The caller only learns that the function died. Did the money move? The ledger has the intent:',
    },
    reportLine(facts),
    {
      zh: `${request.out_order_no} 成立，且只有一次：${(reply.settlement as Fields).state}。`,
      en: `${request.out_order_no} stands, once: ${(reply.settlement as Fields).state}.`,
    },
  ],
  partly: ({ facts }) => paidLines(facts),
  notified: ({ facts }) => [
    {
      zh: `收到 ${facts.recorded} 条通知，按原始字节验签通过，并已记录。`,
      en: `${facts.recorded} notifications arrived, were verified on their raw bytes, and are recorded.`,
    },
    {
      zh: `一条改动了一个字节的伪造通知：HTTP ${facts.forged}，没有记录任何东西。`,
      en: `A forged one, one byte altered: HTTP ${facts.forged}, and nothing recorded.`,
    },
  ],
  returned: ({ reply }) => [
    {
      zh: `${yuan(Number(reply.return_amount))} 退回商户：${reply.result}`,
      en: `${yuan(Number(reply.return_amount))} back to the merchant: ${reply.result}`,
    },
  ],
  finished: ({ facts }) => advised(facts.late as Fields),
  reconciled: ({ facts }) => [reportLine(facts)],
  balanced: ({ facts }) => {
    const { broughtIn, accountedFor } = facts as unknown as Balance;
    return [
      {
        zh: `收进 ${yuan(broughtIn)}，去向明确 ${yuan(accountedFor)}`,
        en: `brought in ${yuan(broughtIn)}, accounted for ${yuan(accountedFor)}`,
      },
    ];
  },
};

/** The same request through `cloud.cloudPay.*`: what callers of the plain SDK get to see of a refusal. */
async function withoutOurFunctions({ directly, payer }: DemoStage, request: Fields): Promise<Lines> {
  const { errCode, errMsg } = await directly('multiProfitSharing', {
    ...request,
    sub_mch_id: payer,
    nonce_str: 'demo',
    receivers: JSON.stringify(request.receivers),
  });
  return [
    { zh: 'cloud.cloudPay.* 对同一应答给出的结果：', en: 'What cloud.cloudPay.* makes of the same answer:' },
    {
      zh: `errCode: ${errCode}, errMsg: ${errMsg}   ← 错误码没了，看起来像成功`,
      en: `errCode: ${errCode}, errMsg: ${errMsg}   ← the code is gone, and it reads like success`,
    },
  ];
}

/** Prints the scenario to the terminal, with a table of the funds wherever they have moved. */
export function printStory(stage: DemoStage, locale: Locale): Presenter {
  let begun = 0;
  return {
    begins: (chapter) => {
      begun += 1;
      console.log(`\n${begun}. ${translate(titles[chapter], locale)}`);
    },
    ended: async ({ chapter, request = {}, reply = {}, facts = {} }) => {
      const aside =
        chapter === 'tooEarly' && LINKS[stage.link].reachableFrom === 'cloud'
          ? await withoutOurFunctions(stage, request)
          : [];
      for (const line of [...lines[chapter]({ request, reply, facts }), ...aside])
        console.log(`    ${translate(line, locale)}`);
      if (!moving.has(chapter)) return;
      console.log(`\n${fundsTable((await stage.control('GET', 'books')) as Funds, stage.payer, locale)}`);
    },
  };
}
