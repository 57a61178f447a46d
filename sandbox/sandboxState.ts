import { exportCloud, importCloud } from './cloudbase/cloudSnapshot';
import { type CloudState, type Collections, openCloudState } from './cloudbase/cloudState';
import { isRecord } from './isRecord';
import { openWeChatPay, type WeChatPay, type WeChatPayOptions } from './wechatpay/weChatPay';
import { exportWeChatPay, importWeChatPay } from './wechatpay/weChatPaySnapshot';

export interface StateOptions extends WeChatPayOptions {
  /** The collections of the database and their indexes; those of the functions, empty, by default. */
  readonly collections?: Collections;
}

const functionCollections: Collections = {
  profit_sharing_ledger: [
    { name: 'dueAt', keys: { dueAt: 1 }, unique: false },
    { name: 'createdAt_id', keys: { createdAt: 1, _id: 1 }, unique: false },
    { name: 'operation_createdAt_id', keys: { operation: 1, createdAt: 1, _id: 1 }, unique: false },
    { name: 'state_createdAt_id', keys: { state: 1, createdAt: 1, _id: 1 }, unique: false },
    { name: 'updatedAt_createdAt', keys: { updatedAt: 1, createdAt: 1 }, unique: false },
    { name: 'transaction_id', keys: { 'ask.transaction_id': 1 }, unique: false },
    { name: 'order_id', keys: { 'ask.order_id': 1 }, unique: false },
    { name: 'out_order_no', keys: { 'ask.out_order_no': 1 }, unique: false },
  ],
  profit_sharing_notices: [],
  profit_sharing_breaks: [],
  profit_sharing_receivers: [],
};

/** Everything the sandbox remembers: WeChat Pay's side and CloudBase's. Its parts know nothing of each other. */
export interface SandboxState extends WeChatPay, CloudState {
  /** Both sides back to the first moment. */
  reset(): void;
  /**
   * All of it as JSON text, private keys included, but the log of calls.
   * @throws InvariantBroken when the bank's books contradict each other
   */
  export(): Promise<string>;
  /**
   * Goes on from an exported state.
   * @param clock `catchUp`: where the bank's clock runs, the time since the export has passed on it as well
   * @throws Error that says what is wrong, and leaves everything as it was
   */
  import(text: string, clock?: 'catchUp'): Promise<void>;
}

interface Snapshot {
  readonly format: typeof FORMAT;
  /** Epoch ms of the machine's clock. */
  readonly exportedAt: number;
  readonly weChatPay: unknown;
  readonly cloud: unknown;
}

const FORMAT = 'sandbox-state-1';

function readSnapshot(text: string): Snapshot {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value) || value.format !== FORMAT)
    throw new TypeError(`not an exported state: its format is not ${FORMAT}`);
  return value as unknown as Snapshot;
}

export function openState({ collections = functionCollections, ...options }: StateOptions = {}): SandboxState {
  const weChatPay = openWeChatPay(options);
  const cloud = openCloudState(collections);
  const exported = async (): Promise<Snapshot> => {
    const ofWeChatPay = await exportWeChatPay(weChatPay);
    return { format: FORMAT, exportedAt: Date.now(), weChatPay: ofWeChatPay, cloud: exportCloud(cloud) };
  };
  const apply = (snapshot: Snapshot, since?: number): void => {
    importWeChatPay(weChatPay, snapshot.weChatPay, since);
    importCloud(cloud, snapshot.cloud);
  };
  return {
    ...weChatPay,
    ...cloud,
    export: async () => JSON.stringify(await exported()),
    import: async (text, clock) => {
      const snapshot = readSnapshot(text);
      const before = await exported();
      try {
        apply(snapshot, clock === 'catchUp' ? snapshot.exportedAt : undefined);
      } catch (error) {
        apply(before);
        throw error;
      }
    },
    reset: () => {
      weChatPay.reset();
      cloud.reset();
    },
  };
}
