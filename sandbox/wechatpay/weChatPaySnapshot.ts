import { isRecord } from '../isRecord';
import { readFault } from './control/faultInput';
import { readNoticeFault } from './control/noticeFaultInput';
import type { NoticesSnapshot } from './notices/notices';
import type { AuthorityKeys } from './tls/authority';
import type { WeChatPay } from './weChatPay';
import type { V3Snapshot } from './wires/v3/v3State';

/** Everything that WeChat Pay remembers, as JSON has it, but the log of calls. */
export interface WeChatPaySnapshot {
  readonly bank: unknown;
  readonly faults: readonly unknown[];
  readonly v3: V3Snapshot;
  readonly notices: NoticesSnapshot;
  readonly keys: AuthorityKeys;
}

type Part = Pick<WeChatPay, 'bank' | 'faults' | 'v3' | 'notices' | 'authority'>;

/** @throws InvariantBroken when the books contradict each other */
export async function exportWeChatPay({ bank, faults, v3, notices, authority }: Part): Promise<WeChatPaySnapshot> {
  // Keys may still be in the making. All that follows is of one moment.
  const keys = await authority.export();
  return {
    bank: JSON.parse(bank.export()),
    faults: faults.list(),
    v3: v3.export(),
    notices: notices.export(),
    keys,
  };
}

/**
 * The way back.
 * @param since what the callers' clock showed at the export, where the bank's clock is to go on from there
 * @throws TypeError, BadInput or InvariantBroken, with a part of it done
 */
export function importWeChatPay(weChatPay: Part, snapshot: unknown, since?: number): void {
  const { bank, faults, v3, notices, keys } = checked(snapshot);
  weChatPay.authority.import(keys);
  weChatPay.bank.import(JSON.stringify(bank), since);
  weChatPay.faults.replace(faults.map(readFault));
  weChatPay.v3.import(v3);
  weChatPay.notices.import({ ...notices, faults: notices.faults.map(readNoticeFault) });
}

/** What an edited file most likely breaks; the parts check the rest. */
function checked(value: unknown): WeChatPaySnapshot {
  const { bank, faults, v3, notices, keys } = isRecord(value) ? value : {};
  const isWhole =
    isRecord(bank) &&
    Array.isArray(faults) &&
    hasLists(v3, ['held', 'nonces', 'files']) &&
    hasLists(notices, ['urls', 'faults', 'queued']) &&
    isRecord(keys) &&
    isRecord(keys.issued);
  if (!isWhole) throw new TypeError('not an exported state of WeChat Pay');
  return value as unknown as WeChatPaySnapshot;
}

function hasLists(value: unknown, names: readonly string[]): boolean {
  return isRecord(value) && names.every((name) => Array.isArray(value[name]));
}
