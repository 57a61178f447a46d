import type {
  MultiProfitSharingReply,
  MultiProfitSharingRequest,
  ProfitSharingAddReceiverReply,
  ProfitSharingAddReceiverRequest,
  ProfitSharingAfterSalesQueryReply,
  ProfitSharingAfterSalesQueryRequest,
  ProfitSharingAfterSalesReply,
  ProfitSharingAfterSalesRequest,
  ProfitSharingBillReply,
  ProfitSharingBillRequest,
  ProfitSharingFinishReply,
  ProfitSharingFinishRequest,
  ProfitSharingMerchantRatioQueryReply,
  ProfitSharingMerchantRatioQueryRequest,
  ProfitSharingOrderAmountQueryReply,
  ProfitSharingOrderAmountQueryRequest,
  ProfitSharingQueryReply,
  ProfitSharingQueryRequest,
  ProfitSharingRemoveReceiverReply,
  ProfitSharingRemoveReceiverRequest,
  ProfitSharingReply,
  ProfitSharingRequest,
  ProfitSharingReturnQueryReply,
  ProfitSharingReturnQueryRequest,
  ProfitSharingReturnReply,
  ProfitSharingReturnRequest,
} from '../shared/generated/types';
import type { Settled, Success } from './Success';

/** A share is named by one of its two numbers, never by both. */
type NamesOneShare<Request> = Omit<Request, 'order_id' | 'out_order_no'> &
  ({ order_id: string; out_order_no?: never } | { out_order_no: string; order_id?: never });

type Shared = 'transaction_id' | 'out_order_no' | 'order_id';
type Returned = 'out_return_no' | 'return_no' | 'return_account' | 'return_amount' | 'result';

/**
 * One method per operation. Each resolves to a success and throws a {@link ProfitSharingError} for everything else; a
 * success of an operation that moves money means that WeChat Pay accepted it, not that anybody was paid.
 */
export interface ProfitSharingClient {
  /** 添加分账接收方. Add a receiver. Adding one that is there already succeeds. */
  profitSharingAddReceiver(
    request: ProfitSharingAddReceiverRequest,
  ): Promise<Success<ProfitSharingAddReceiverReply, 'receiver'>>;

  /** 删除分账接收方. Remove a receiver. */
  profitSharingRemoveReceiver(
    request: ProfitSharingRemoveReceiverRequest,
  ): Promise<Success<ProfitSharingRemoveReceiverReply, 'receiver'>>;

  /** 请求单次分账. Share once: pays the receivers, gives the payer the rest and closes the order. Amounts in fen. */
  profitSharing(request: ProfitSharingRequest): Promise<Success<ProfitSharingReply, Shared> & Settled>;

  /** 请求多次分账. Share in part: the rest stays in the order. Amounts in fen. */
  multiProfitSharing(request: MultiProfitSharingRequest): Promise<Success<MultiProfitSharingReply, Shared> & Settled>;

  /** 查询分账结果. Query a share, or a finish by its own number: who was paid, who was not, and why. */
  profitSharingQuery(
    request: ProfitSharingQueryRequest,
  ): Promise<Success<ProfitSharingQueryReply, Shared | 'status' | 'receivers'> & Settled>;

  /**
   * 完结分账. Finish sharing: the rest goes to the payer and the order closes. Needs a number of its own. WeChat's page also
   * lists a `receiver`, copied there from another page; no finish has one.
   */
  profitSharingFinish(
    request: ProfitSharingFinishRequest,
  ): Promise<Omit<Success<ProfitSharingFinishReply, Shared>, 'receiver'> & Settled>;

  /** 请求分账回退. Return a share: a merchant that received money gives it back. `return_amount` in fen. */
  profitSharingReturn(
    request: NamesOneShare<ProfitSharingReturnRequest>,
  ): Promise<Success<ProfitSharingReturnReply, Returned> & Settled>;

  /** 查询分账回退结果. Query a return. */
  profitSharingReturnQuery(
    request: NamesOneShare<ProfitSharingReturnQueryRequest>,
  ): Promise<Success<ProfitSharingReturnQueryReply, Returned> & Settled>;

  /** 查询剩余待分金额. Query what is left to share, in fen. */
  profitSharingOrderAmountQuery(
    request: ProfitSharingOrderAmountQueryRequest,
  ): Promise<Success<ProfitSharingOrderAmountQueryReply, 'transaction_id' | 'unsplit_amount'>>;

  /** 查询最大分账比例. Query the maximum ratio, in ten-thousandths: 3000 is 30 %. */
  profitSharingMerchantRatioQuery(
    request: ProfitSharingMerchantRatioQueryRequest,
  ): Promise<Success<ProfitSharingMerchantRatioQueryReply, 'max_ratio'>>;

  /** 下载分账账单. Read a bill, page by page. */
  profitSharingBill(
    request: ProfitSharingBillRequest,
  ): Promise<Success<ProfitSharingBillReply, 'bill_date' | 'columns' | 'rows'>>;

  /** 请求售后服务分账. Share an after-sales fee. It has no number of its own: repeating it can pay twice. */
  profitSharingAfterSales(
    request: ProfitSharingAfterSalesRequest,
  ): Promise<Success<ProfitSharingAfterSalesReply, 'transaction_id' | 'amount'> & Settled>;

  /** 查询售后服务分账结果. Query an after-sales fee. */
  profitSharingAfterSalesQuery(
    request: ProfitSharingAfterSalesQueryRequest,
  ): Promise<Success<ProfitSharingAfterSalesQueryReply, 'transaction_id' | 'amount' | 'result'>>;
}

/** The name of an operation, which is the name of its cloud function. */
export type OperationName = keyof ProfitSharingClient;

/** The request of an operation, by name. */
export type RequestOf<Name extends OperationName> = Parameters<ProfitSharingClient[Name]>[0];

/** The success of an operation, by name. */
export type ReplyOf<Name extends OperationName> = Awaited<ReturnType<ProfitSharingClient[Name]>>;
