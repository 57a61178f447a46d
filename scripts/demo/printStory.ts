import type { Balance, Chapter, Ending, Fields, Funds, Presenter } from '../../console';
import { LINKS } from '../../shared/generated/links';
import { fundsTable, yuan } from './fundsTable';
import type { DemoStage } from './openStage';

type Lines = readonly string[];

const titles: Readonly<Record<Chapter, string>> = {
  paid: 'A buyer pays ¥100.00 with the profit-sharing flag set',
  registered: 'The backend registers who may receive money',
  stranger: 'A stranger calls the money function straight from a mini program',
  mistaken: 'The backend makes a mistake: yuan instead of fen, and a misspelt field',
  tooEarly: 'Too early: WeChat Pay wants about a minute after the payment',
  shared: 'One minute later: ¥20.00 to the supplier, ¥5.00 to a person',
  lost: 'The answer to a second share is lost on the way back',
  unanswered: 'And a third one meets a WeChat Pay that does not answer at all',
  crashed: 'The function crashes in the middle of a share',
  partly: 'One of two receivers cannot be paid: that person never proved a real name',
  notified: 'WeChat Pay notifies the supplier, and so does a forger',
  returned: 'The supplier returns ¥8.00',
  finished: 'Nothing more to share: the rest is released to the merchant, and a removed receiver stays removed',
  reconciled: 'Reconciliation brings the ledger up to date',
  balanced: 'Do the books balance?',
};

/** After these the funds have moved. */
const moving: ReadonlySet<Chapter> = new Set(['paid', 'shared', 'unanswered', 'crashed', 'partly', 'finished']);

function advised(reply: Fields = {}): Lines {
  const { retry, number, funds } = (reply.advice ?? {}) as Fields;
  return [`${reply.err_code}: ${reply.err_code_des}`, `→ retry: ${retry}, number: ${number}, funds: ${funds}`];
}

function paidLines({ lines }: Fields): Lines {
  return (lines as Fields[]).map(({ type, amount, result, fail_reason: reason }) =>
    [type, yuan(Number(amount)), result, reason].filter((word) => word !== undefined).join(' '),
  );
}

function reportLine({ report }: Fields): string {
  const { looked, settled, unknown } = report as Fields;
  return `profitSharingReconcile queried ${looked} numbers: ${settled} settled, ${unknown} unknown.`;
}

/** What the demo says of each chapter when it is over. */
const lines: Readonly<Record<Chapter, (ending: Required<Pick<Ending, 'request' | 'reply' | 'facts'>>) => Lines>> = {
  paid: ({ facts }) => [`transaction_id ${facts.transactionId}, fee ¥0.60, the rest frozen until it is shared`],
  registered: ({ facts }) => (facts.receivers as Fields[]).map(({ type, name }) => `${type} ${name}`),
  stranger: ({ reply }) => advised(reply),
  mistaken: ({ reply }) => [
    ...(reply.violations as Fields[]).map(({ field, message }) => `${field} ${message}`),
    'Requests that reached WeChat Pay for these two: 0',
  ],
  tooEarly: ({ reply }) => advised(reply),
  shared: ({ reply, facts }) => [`accepted as ${reply.order_id}; accepted is not paid, so query:`, ...paidLines(facts)],
  lost: ({ request, reply }) => [
    `The function queried before anything else: ${request.out_order_no} exists, it is ${reply.status}.`,
  ],
  unanswered: ({ request, reply, facts }) => [
    ...advised(reply),
    `Query first: WeChat Pay knows ${request.out_order_no}, it is ${(facts.found as Fields).status}.`,
    `Repeated with the same number: the same order_id ${(facts.again as Fields).order_id}, the money moved once.`,
  ],
  crashed: ({ request, reply, facts }) => [
    'The caller only learns that the function died. Did the money move? The ledger has the intent:',
    reportLine(facts),
    `${request.out_order_no} stands, once: ${(reply.settlement as Fields).state}.`,
  ],
  partly: ({ facts }) => paidLines(facts),
  notified: ({ facts }) => [
    `${facts.recorded} notifications arrived, were verified on their raw bytes, and are recorded.`,
    `A forged one, one byte altered: HTTP ${facts.forged}, and nothing recorded.`,
  ],
  returned: ({ reply }) => [`${yuan(Number(reply.return_amount))} back to the merchant: ${reply.result}`],
  finished: ({ facts }) => advised(facts.late as Fields),
  reconciled: ({ facts }) => [reportLine(facts)],
  balanced: ({ facts }) => {
    const { broughtIn, accountedFor } = facts as unknown as Balance;
    return [`brought in ${yuan(broughtIn)}, accounted for ${yuan(accountedFor)}`];
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
    'What cloud.cloudPay.* makes of the same answer:',
    `errCode: ${errCode}, errMsg: ${errMsg}   ← the code is gone, and it reads like success`,
  ];
}

/** Prints the scenario to the terminal, with a table of the funds wherever they have moved. */
export function printStory(stage: DemoStage): Presenter {
  let begun = 0;
  return {
    begins: (chapter) => {
      begun += 1;
      console.log(`\n${begun}. ${titles[chapter]}`);
    },
    ended: async ({ chapter, request = {}, reply = {}, facts = {} }) => {
      const aside =
        chapter === 'tooEarly' && LINKS[stage.link].reachableFrom === 'cloud'
          ? await withoutOurFunctions(stage, request)
          : [];
      for (const line of [...lines[chapter]({ request, reply, facts }), ...aside]) console.log(`    ${line}`);
      if (!moving.has(chapter)) return;
      console.log(`\n${fundsTable((await stage.control('GET', 'books')) as Funds, stage.payer)}`);
    },
  };
}
