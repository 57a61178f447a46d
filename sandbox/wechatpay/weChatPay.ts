import { Bank, type BankOptions } from './bank/bank';
import { CallLog } from './callLog';
import { type Faults, noFaults } from './faults';
import { Notices } from './notices/notices';
import { seedParties } from './seedParties';
import { CertificateAuthority } from './tls/authority';
import { KeyFolder } from './tls/keyFolder';
import { MerchantCertificates } from './tls/merchantCertificates';
import { V3State } from './wires/v3/v3State';

export interface WeChatPayOptions extends BankOptions {
  /** Fields no page lists: ignored by default, because nothing says what the gateway does with them. */
  readonly unknownFields?: 'ignore' | 'refuse';
  /** How long a notification waits for its answer, in ms of the real clock; 5000 by default, as WeChat Pay does. */
  readonly noticeLimitMs?: number;
  /** Keeps the authority, keys and certificates from one run to the next; all of them are new in every run by default. */
  readonly keyFolder?: string;
}

/** WeChat Pay: the bank behind all wires, what the wires remember, and the faults that wait for them. */
export interface WeChatPay {
  readonly bank: Bank;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly unknownFields: 'ignore' | 'refuse';
  readonly authority: CertificateAuthority;
  /** Merchant API certificates: for TLS on API v2, for signatures on API v3. */
  readonly certificates: MerchantCertificates;
  /** What API v3 remembers beside the bank. */
  readonly v3: V3State;
  readonly notices: Notices;
  /** The merchant number that an appid's private link (cloudpay, cloudrun) acts for, and its appid. */
  merchantOf(appid: string): { readonly mchId: string; readonly appid: string } | undefined;
  /** Back to the first moment: the first parties, no orders, no faults, no calls, no notifications. */
  reset(): void;
}

export function openWeChatPay({
  unknownFields = 'ignore',
  noticeLimitMs,
  keyFolder,
  ...options
}: WeChatPayOptions = {}): WeChatPay {
  const bank = new Bank(options);
  const faults = noFaults();
  const calls = new CallLog();
  const authority = new CertificateAuthority(keyFolder === undefined ? undefined : new KeyFolder(keyFolder));
  const certificates = new MerchantCertificates(authority);
  const v3 = new V3State(authority, certificates);
  const notices = new Notices(bank, v3, noticeLimitMs);
  seedParties(bank);
  return {
    bank,
    faults,
    calls,
    unknownFields,
    authority,
    certificates,
    v3,
    notices,
    merchantOf: (appid) => {
      const bound = bank.providerOf(appid);
      const [own] = bound?.appids ?? [];
      return bound && own !== undefined ? { mchId: bound.mchId, appid: own } : undefined;
    },
    reset: () => {
      bank.reset();
      faults.clear();
      calls.clear();
      v3.reset();
      notices.reset();
      seedParties(bank);
    },
  };
}
