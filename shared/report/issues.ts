import type { LedgerRecord, RecordState } from '../ledger/record';
import { type Locale, type Text, translate } from '../locale';
import { text } from '../text';
import { moneyOf } from './moneyOf';

/** The states that want attention, the most urgent first. */
export const ISSUE_STATES = [
  'unknown',
  'intended',
  'partly_failed',
  'closed',
  'accepted',
  'processing',
  'refused',
] as const;

/** A record as a report lists it; nothing in it identifies a person. */
export interface Listed {
  readonly id: string;
  readonly operation: string;
  readonly merchant: string;
  readonly number: string;
  readonly transaction_id: string;
  readonly state: RecordState;
  /** In fen. */
  readonly amount: number;
  readonly failed: number;
  /** Epoch ms. */
  readonly created_at: number;
  /** How long ago it was made, in ms. */
  readonly age_ms: number;
  /** The code of the last attempt that failed. */
  readonly code?: string;
  readonly advice: string;
}

export function listed(record: LedgerRecord, now: number, locale: Locale): Listed {
  const { _id, operation, merchant, number, ask, state, attempts, createdAt } = record;
  const lines = moneyOf(record);
  const code = attempts.findLast(({ outcome }) => outcome?.code !== undefined)?.outcome?.code;
  const sum = (some: typeof lines) => some.reduce((total, { amount }) => total + amount, 0);
  return {
    ...{ id: _id, operation, merchant, number, transaction_id: text(ask.transaction_id), state },
    ...{ amount: sum(lines), failed: sum(lines.filter(({ fate }) => fate === 'failed')) },
    ...{ created_at: createdAt, age_ms: Math.max(0, now - createdAt), ...(code !== undefined && { code }) },
    advice: translate(ADVICE[state], locale),
  };
}

const WAIT: Text = {
  zh: '微信支付已受理，等待结果；对账函数会查到。',
  en: 'WeChat Pay has it; wait, reconciliation finds the outcome.',
};

const QUERY: Text = {
  zh: '钱可能已经动了：用原单号查询，或让 profitSharingReconcile 查询。不要换单号。',
  en: 'Money may have moved: query with the same number, or let profitSharingReconcile do it. Never change the number.',
};

const ADVICE: Readonly<Record<RecordState, Text>> = {
  intended: QUERY,
  unknown: QUERY,
  accepted: WAIT,
  processing: WAIT,
  settled: { zh: '已完成。', en: 'Done.' },
  partly_failed: {
    zh: '有的接收方没有收到：查清原因，再以新单号只分给他们；已收到的不要重复。',
    en: 'Some receivers were not paid: find out why, then share with those alone under a new number, never again with the others.',
  },
  closed: {
    zh: '没有接收方收到钱：查清原因，再以新单号分账。',
    en: 'No receiver was paid: find out why, then share again under a new number.',
  },
  refused: {
    zh: '微信支付没有受理，没有动账：按错误码处理。',
    en: 'WeChat Pay did not take it and nothing moved: act on the code.',
  },
};
