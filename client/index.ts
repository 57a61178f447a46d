export type { Advice } from '../shared/advice';
export type { SettledReceiver, Settlement } from '../shared/settlement';
export type { ViolationMessage as Violation } from '../shared/violations';
export type {
  OperationName,
  ProfitSharingClient,
  ReplyOf,
  RequestOf,
} from './generated/ProfitSharingClient';
export { isRetrySafe } from './isRetrySafe';
export { ProfitSharingError } from './ProfitSharingError';
// Types only: the planner's functions are in cloudpay-profitsharing/plan, and who does not plan does not carry them.
export type {
  OrderToShare,
  PaidOrder,
  PlannedRequest,
  PlannedReturn,
  ReturnPlan,
  ReturnPolicy,
  ShareLimits,
  SharePlan,
  ShareRules,
} from './plan';
export { type Cloud, type ProfitSharingOptions, profitSharing } from './profitSharing';
export { SettlementTimeout } from './SettlementTimeout';
export type { PaidLine, Success } from './Success';
export { type ReturnNumber, type ShareNumber, type WaitOptions, waitUntilSettled } from './waitUntilSettled';
export type { Signal } from './within';
