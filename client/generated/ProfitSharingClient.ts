// Generated from schemas/operations/ by `npm run generate`. Do not edit.

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
} from '../../shared/generated/types';
import type { Settled, Success } from '../Success';

/** A share is named by one of its two numbers, never by both. */
type NamesOneShare<Request> = Omit<Request, 'order_id' | 'out_order_no'> &
  ({ order_id: string; out_order_no?: never } | { out_order_no: string; order_id?: never });

/**
 * One method per operation. Each resolves to a success and throws a {@link ProfitSharingError} for everything else; a
 * success of an operation that moves money means that WeChat Pay accepted it, not that any receiver was paid.
 */
export interface ProfitSharingClient {
  /**
   * 添加分账接收方. Add a receiver.
   *
   * Registers a receiver. Everyone but the paying merchant must be registered before a share can reach them. Every sub-merchant has a list of its own, of at most 20000 receivers; on ecommerce the whole platform shares one, on brand the whole brand.
   */
  profitSharingAddReceiver(
    request: ProfitSharingAddReceiverRequest,
  ): Promise<Success<ProfitSharingAddReceiverReply, 'receiver'>>;

  /**
   * 删除分账接收方. Remove a receiver.
   *
   * Takes a receiver off the list. Later shares to it are refused; money shared before can still be returned.
   */
  profitSharingRemoveReceiver(
    request: ProfitSharingRemoveReceiverRequest,
  ): Promise<Success<ProfitSharingRemoveReceiverReply, 'receiver'>>;

  /**
   * 请求单次分账. Share once.
   *
   * Shares an order in one go: the receivers are paid, the rest is released to the sub-merchant at once, and the order can neither be shared nor finished again. A success says accepted, not paid: query for the outcome. Wait about a minute after the payment.
   */
  profitSharing(
    request: ProfitSharingRequest,
  ): Promise<Success<ProfitSharingReply, 'transaction_id' | 'out_order_no' | 'order_id'> & Settled>;

  /**
   * 请求多次分账. Share in part.
   *
   * Shares a part of an order and keeps the rest frozen for further shares; the paying merchant may be a receiver too. Call profitSharingFinish to release the rest. At most 50 requests per order (20 on older pages). A success says accepted, not paid.
   */
  multiProfitSharing(
    request: MultiProfitSharingRequest,
  ): Promise<Success<MultiProfitSharingReply, 'transaction_id' | 'out_order_no' | 'order_id'> & Settled>;

  /**
   * 查询分账结果. Query a share.
   *
   * Tells the outcome of a share or of a finish, receiver by receiver. It decides after an accepted share and after an answer that never came.
   */
  profitSharingQuery(
    request: ProfitSharingQueryRequest,
  ): Promise<Success<ProfitSharingQueryReply, 'transaction_id' | 'out_order_no' | 'order_id' | 'status' | 'receivers'> & Settled>;

  /**
   * 完结分账. Finish sharing.
   *
   * Releases everything of an order that has not been shared to the sub-merchant and ends sharing for the order. Use it for an order that needs no sharing, or after the last multi share; not after a single share, nor when nothing is left. Money already shared can still be returned afterwards.
   */
  profitSharingFinish(
    request: ProfitSharingFinishRequest,
  ): Promise<Omit<Success<ProfitSharingFinishReply, 'transaction_id' | 'out_order_no' | 'order_id'>, 'receiver'> & Settled>;

  /**
   * 请求分账回退. Return a share.
   *
   * Takes money back from a merchant that received a share into the paying merchant's available balance. The receiver must have agreed to returns; persons cannot return; within 180 days (the page does not say from when), at most 50 returns per share. Returned money does not become shareable again.
   */
  profitSharingReturn(
    request: NamesOneShare<ProfitSharingReturnRequest>,
  ): Promise<Success<ProfitSharingReturnReply, 'out_return_no' | 'return_no' | 'return_account' | 'return_amount' | 'result'> & Settled>;

  /**
   * 查询分账回退结果. Query a return.
   *
   * Tells the outcome of a return. It decides while a return is PROCESSING and after an answer that never came.
   */
  profitSharingReturnQuery(
    request: NamesOneShare<ProfitSharingReturnQueryRequest>,
  ): Promise<Success<ProfitSharingReturnQueryReply, 'out_return_no' | 'return_no' | 'return_account' | 'return_amount' | 'result'> & Settled>;

  /**
   * 查询剩余待分金额. Query what is left to share.
   *
   * Tells how much of an order can still be shared, in fen. Fee, refunds and what was shared are already taken off; after a finish, or once the order was released, it is zero.
   */
  profitSharingOrderAmountQuery(
    request: ProfitSharingOrderAmountQueryRequest,
  ): Promise<Success<ProfitSharingOrderAmountQueryReply, 'transaction_id' | 'unsplit_amount'>>;

  /**
   * 查询最大分账比例. Query the maximum ratio.
   *
   * Tells the largest part of an order a sub-merchant, or a brand, may share, in 1/10000: 2000 is 20 %. All shares of one order together stay below it. For service providers only; direct merchants have no such call.
   */
  profitSharingMerchantRatioQuery(
    request: ProfitSharingMerchantRatioQueryRequest,
  ): Promise<Success<ProfitSharingMerchantRatioQueryReply, 'max_ratio'>>;

  /**
   * 下载分账账单. Read a bill.
   *
   * Reads the bill of one Beijing day as rows. The function applies for it, downloads and unpacks it, and hands it over only after checking its SHA-1. Bills appear after 10:00 of the next day and stay for three months; amounts are in yuan, failed shares are not listed. A long bill comes in pages: pass next_cursor as the cursor of the next call.
   */
  profitSharingBill(
    request: ProfitSharingBillRequest,
  ): Promise<Success<ProfitSharingBillReply, 'bill_date' | 'columns' | 'rows'>>;

  /**
   * 请求售后服务分账. Share an after-sales fee.
   *
   * Lets a platform take an after-sales fee (returned or changed ticket, returned goods) from a sub-merchant for a refunded order. profitSharingAfterSalesQuery tells the outcome.
   */
  profitSharingAfterSales(
    request: ProfitSharingAfterSalesRequest,
  ): Promise<Success<ProfitSharingAfterSalesReply, 'transaction_id' | 'amount'> & Settled>;

  /**
   * 查询售后服务分账结果. Query an after-sales fee.
   *
   * Tells the outcome of an after-sales fee. It decides after the request and after an answer that never came.
   */
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
