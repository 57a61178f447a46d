import type { LinkName } from '../../shared/generated/links';
import type { RoadView } from '../views';
import { callFunction, control, type Fields, type FunctionAnswer, placeOrder, takeRoad } from './ask';
import { freshNumber } from './numbers';

export const chapters = [
  'paid',
  'registered',
  'tooEarly',
  'shared',
  'lost',
  'partly',
  'returned',
  'finished',
  'reconciled',
] as const;

export type Chapter = (typeof chapters)[number];

/** How a chapter ended. */
export interface Ending {
  readonly chapter: Chapter;
  /** The call that decided it. */
  readonly callId?: string;
  /** The code of a refusal, an expected one included. */
  readonly refusal?: string;
}

/** Something went otherwise than the story says, for instance because a fault was waiting. */
export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
  constructor(
    readonly chapter: Chapter,
    readonly callId: string | undefined,
    message: string,
  ) {
    super(message);
  }
}

const supplier = { type: 'MERCHANT_ID', account: '1900000110', name: '示例供应商' };
const person = { type: 'PERSONAL_OPENID', account: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', name: '张三' };

const line = ({ type, account }: typeof supplier, amount: number, description: string) => ({
  type,
  account,
  amount,
  description,
});

const aMinute = () => control('POST', 'clock/advance', { seconds: 60 });

/**
 * Plays the life of one order of 100 yuan through the functions: shared too early, shared, a lost answer, a receiver that
 * cannot be paid, a return, and the rest released.
 *
 * @param tell told of every chapter that is over
 * @throws {StoryBroken}
 */
export async function playStory(link: LinkName, locale: string, tell: (ending: Ending) => void): Promise<void> {
  const road = await takeRoad(link, locale);
  const transaction = await placeOrder({ ...road.order, amount: 10_000 });
  tell({ chapter: 'paid' });
  const stage = new Stage(road, transaction, tell);
  await stage.register();
  const first = freshNumber('SHARE');
  const receivers = [line(supplier, 2000, 'goods'), line(person, 500, 'commission')];
  await stage.refused('tooEarly', 'multiProfitSharing', stage.share(first, receivers), 'ORDER_NOT_READY');
  await aMinute();
  await stage.accepted('shared', 'multiProfitSharing', stage.share(first, receivers));
  await aMinute();
  await control('POST', 'faults', { kind: 'silence', api: 'multiProfitSharing', effect: 'after' });
  await stage.accepted(
    'lost',
    'multiProfitSharing',
    stage.share(freshNumber('SHARE'), [line(supplier, 300, 'freight')]),
  );
  await stage.payPartly();
  await stage.accepted('returned', 'profitSharingReturn', {
    out_order_no: first,
    out_return_no: freshNumber('RETURN'),
    return_account: supplier.account,
    return_amount: 800,
    description: 'one item sent back',
  });
  const rest = { transaction_id: transaction, out_order_no: freshNumber('FINISH'), description: 'all shared' };
  await stage.accepted('finished', 'profitSharingFinish', rest);
  await aMinute();
  await stage.accepted('reconciled', 'profitSharingReconcile', { look_ahead_ms: 3_600_000 });
}

class Stage {
  constructor(
    private readonly road: RoadView,
    private readonly transaction: string,
    private readonly tell: (ending: Ending) => void,
  ) {}

  share(number: string, receivers: readonly Fields[]): Fields {
    return { transaction_id: this.transaction, out_order_no: number, receivers };
  }

  async register(): Promise<void> {
    const add = (receiver: Fields) => this.#call('registered', 'profitSharingAddReceiver', { receiver });
    await add({ ...supplier, relation_type: 'SUPPLIER' });
    const { callId } = await add({ ...person, relation_type: 'DISTRIBUTOR' });
    this.tell({ chapter: 'registered', callId });
  }

  async accepted(chapter: Chapter, name: string, data: Fields): Promise<void> {
    const { callId } = await this.#call(chapter, name, data);
    this.tell({ chapter, callId });
  }

  async refused(chapter: Chapter, name: string, data: Fields, code: string): Promise<void> {
    const { callId, failure = '' } = await callFunction(name, data);
    if (failure !== code) throw new StoryBroken(chapter, callId, failure);
    this.tell({ chapter, callId, refusal: failure });
  }

  /** One receiver of two is nobody WeChat Pay may pay: found out when the line is executed, not when it is accepted. */
  async payPartly(): Promise<void> {
    const { appid } = this.road;
    const verified = (is: boolean) => control('POST', `people/${person.account}`, { appid, verified: is });
    await verified(false);
    try {
      const receivers = [line(supplier, 100, 'bonus'), line(person, 100, 'bonus')];
      await this.accepted('partly', 'multiProfitSharing', this.share(freshNumber('SHARE'), receivers));
      await aMinute();
    } finally {
      await verified(true);
    }
  }

  async #call(chapter: Chapter, name: string, data: Fields): Promise<FunctionAnswer> {
    const answer = await callFunction(name, data);
    if (answer.failure !== undefined) throw new StoryBroken(chapter, answer.callId, answer.failure);
    return answer;
  }
}
