export type { ViolationMessage as Violation } from '../../shared/violations';
export { MOST_FEN } from './exact';
export type { OrderToShare, PaidOrder } from './order';
export { planReturns } from './planReturns';
export { type PlanOptions, planShares } from './planShares';
export type { Rounding } from './portions';
export type {
  MadeReturn,
  MadeShare,
  MissingReturn,
  PlannedReturn,
  PlannedReturns,
  RefundToPlan,
  ReturnPlan,
  ReturnPolicy,
  SharedLine,
} from './ReturnPlan';
export type { PlannedGroup, PlannedLine, PlannedRequest, PlannedShares, RefusedPlan, SharePlan } from './SharePlan';
export type { GroupMember, GroupRule, RatioBase, ReceiverRule, ShareLimits, ShareRules } from './ShareRules';
