import { describeReply } from '../../../scripts/call/describeReply';
import { styleFor } from '../../../scripts/call/style';
import { multiProfitSharing } from '../../../shared/generated/operations/multiProfitSharing';
import { profitSharingQuery } from '../../../shared/generated/operations/profitSharingQuery';
import type { Reply } from '../../../shared/reply';

const colourless = styleFor({ isTTY: false }, {});

const partly: Reply = {
  return_code: 'SUCCESS',
  order_id: '30001',
  receivers: '[{"account":"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"}]',
  settlement: {
    state: 'partly_failed',
    receivers: [
      { account: '190****0110', amount: 123456, result: 'SUCCESS' },
      { account: 'oUp****eS6o', amount: 5, result: 'CLOSED', fail_reason: 'NO_RELATION' },
    ],
  },
};

it('shows who was paid, who was not and why, amounts under each other', () => {
  const shown = describeReply(partly, profitSharingQuery, 'en', colourless);
  expect(shown).toContain('Money: partly failed');
  expect(shown).toContain('  190****0110  ¥1,234.56 (123456 fen)  SUCCESS');
  expect(shown).toContain('  oUp****eS6o           ¥0.05 (5 fen)  CLOSED   NO_RELATION');
  expect(shown).toMatch(/NO_RELATION: \S/);
});

it('never shows a whole openid', () => {
  expect(describeReply(partly, profitSharingQuery, 'zh-CN', colourless)).not.toContain('oUpF8uMuAJO');
});

it('says in Chinese that money may have moved, and to query first', () => {
  const advice = {
    origin: 'network',
    category: 'system',
    retry: 'query_first',
    number: 'reuse',
    funds: 'unknown',
    message: '先查询。',
  } as const;
  const reply: Reply = {
    return_code: 'FAIL',
    err_code: 'NO_ANSWER',
    err_code_des: '没有应答',
    advice,
    unrecorded: true,
  };
  const shown = describeReply(reply, multiProfitSharing, 'zh-CN', colourless);
  expect(shown).toContain('可能已经动账 · 先查询 · 沿用原单号');
  expect(shown).toContain('结果没能写进账本');
});

it('passes on where an answer breaks the documentation', () => {
  const deviations = [{ field: 'status', rule: 'enum', message: 'must be one of A, B' }];
  expect(describeReply({ return_code: 'SUCCESS', deviations }, profitSharingQuery, 'en', colourless)).toContain(
    'status must be one of A, B',
  );
});

it('colours for a terminal only, and not where no colour is asked for', () => {
  const shownTo = (isTTY: boolean, env: Record<string, string>) =>
    describeReply(partly, profitSharingQuery, 'en', styleFor({ isTTY }, env));
  expect(shownTo(true, {})).toContain('\u001b[32m✓ profitSharingQuery\u001b[39m');
  expect(shownTo(true, { NO_COLOR: '1' })).not.toContain('\u001b[');
  expect(shownTo(false, {})).not.toContain('\u001b[');
});
