import type { UnknownFields } from '../../../../shared/contract';
import type { Link, SendResult } from '../../../../shared/links/link';
import type { Operation } from '../../../../shared/operation';
import type { VirtualTime } from '../../virtualTime';
import type { Chance } from './chance';

/** Longest time a request may be on its way and still be accepted, in ms: just under what "not found" waits for. */
const LATEST_MS = 55_000;

const answer = (fields: UnknownFields): SendResult => ({
  kind: 'answer',
  fields: { return_code: 'SUCCESS', ...fields },
});

/** A bank that accepts late, loses requests and answers, and settles in its own time. It alone knows the truth. */
export class LateBank {
  /** When each number was accepted, by the true time. */
  readonly accepted = new Map<
    string,
    { readonly at: number; readonly receivers: string; readonly settledAt: number }
  >();

  constructor(
    private readonly time: VirtualTime,
    private readonly chance: Chance,
  ) {}

  /** The link of one invocation; a dead one sends nothing and hears nothing. */
  link(isAlive: () => boolean): Link {
    return {
      send: async (operation, request, { timeoutMs }) => {
        if (!isAlive()) return new Promise<never>(() => {});
        const heard = this.#carry(operation, request);
        const lost = this.time
          .sleep(timeoutMs)
          .then((): SendResult => ({ kind: 'fault', code: 'NO_ANSWER', detail: 'ETIMEDOUT' }));
        const sent = await Promise.race([heard, lost]);
        return isAlive() ? sent : new Promise<never>(() => {});
      },
    };
  }

  async #carry(operation: Operation, request: UnknownFields): Promise<SendResult> {
    const { chance, time } = this;
    const isQuery = operation.effect === 'read';
    const wayMs = !isQuery && chance.happens(0.2) ? chance.between(1000, LATEST_MS) : chance.between(5, 300);
    const isLost = chance.happens(0.12);
    await time.sleep(wayMs);
    if (isLost) return new Promise(() => {});
    const said = isQuery ? this.#look(request) : this.#accept(request);
    await time.sleep(chance.between(5, 300));
    if (chance.happens(0.2)) return new Promise(() => {});
    return said;
  }

  #accept({ transaction_id, out_order_no, receivers }: UnknownFields): SendResult {
    const { chance, time } = this;
    const number = String(out_order_no);
    const lines = JSON.stringify(receivers);
    const known = this.accepted.get(number);
    if (known && known.receivers !== lines) {
      return answer({ result_code: 'FAIL', err_code: 'PARAM_ERROR', err_code_des: '请求参数与原请求不一致' });
    }
    if (!known) {
      if (chance.happens(0.1))
        return answer({ result_code: 'FAIL', err_code: 'SYSTEMERROR', err_code_des: '系统错误' });
      if (chance.happens(0.2))
        return answer({ result_code: 'FAIL', err_code: 'NOT_SHARE_ORDER', err_code_des: '非分账订单' });
      const settledAt = time.now + chance.between(0, 10 * 60_000);
      this.accepted.set(number, { at: time.now, receivers: lines, settledAt });
    }
    return answer({ result_code: 'SUCCESS', transaction_id, out_order_no, order_id: `30${number}` });
  }

  #look({ transaction_id, out_order_no }: UnknownFields): SendResult {
    const known = this.accepted.get(String(out_order_no));
    if (!known) return answer({ result_code: 'FAIL', err_code: 'RESOURCE_NOT_EXISTS', err_code_des: '记录不存在' });
    const isSettled = known.settledAt <= this.time.now;
    const result = isSettled ? 'SUCCESS' : 'PENDING';
    const lines = (JSON.parse(known.receivers) as UnknownFields[]).map((line) => ({ ...line, result }));
    const status = isSettled ? 'FINISHED' : 'PROCESSING';
    const named = { mch_id: '1900000100', nonce_str: 'n', sign: 's', order_id: `30${out_order_no}` };
    return answer({
      ...named,
      result_code: 'SUCCESS',
      transaction_id,
      out_order_no,
      status,
      receivers: JSON.stringify(lines),
    });
  }
}
