import type { KeyObject } from 'node:crypto';
import type { NamedKey, PlatformCertificate } from './certificates';
import { WechatPayError } from './WechatPayError';

export interface KeyRing {
  /** Makes sure there is a key to encrypt and verify with, before money is asked for. Rejects when none can be had. */
  ready(deadline: number): Promise<void>;
  /** The key to encrypt names with; after {@link KeyRing.ready}. */
  encryptionKey(): NamedKey;
  /** The key a signature names; fetches the certificates once more when it is missing. */
  find(serial: string, deadline: number): Promise<KeyObject | undefined>;
}

/** Fetches the platform certificates before `deadline` (ms since 1970); rejects when they cannot be had or trusted. */
export type FetchCertificates = (deadline: number) => Promise<readonly PlatformCertificate[]>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Keys of both kinds by serial: while a merchant changes over, both arrive. With a WeChat Pay public key nothing is
 * fetched unless an answer names a certificate. Otherwise certificates are fetched before the first request and after
 * 12 hours, or hourly on the last day. One fetch at a time.
 */
export function keyRing(
  publicKey: NamedKey | undefined,
  download?: FetchCertificates,
  now: () => number = Date.now,
): KeyRing {
  let certificates: readonly PlatformCertificate[] = [];
  let renewAt = 0;
  let flight: Promise<void> | undefined;
  let absent = { serial: '', until: 0 };

  const current = () => certificates.filter(({ expiresAt }) => now() < expiresAt);

  const renew = (deadline: number) => {
    flight ??= fetch(deadline).finally(() => {
      flight = undefined;
    });
    return flight;
  };

  async function fetch(deadline: number): Promise<void> {
    certificates = (await download?.(deadline)) ?? [];
    const last = Math.max(...certificates.map(({ expiresAt }) => expiresAt));
    renewAt = Math.min(now() + 12 * HOUR, Math.max(now() + HOUR, last - 24 * HOUR));
  }

  function held(serial: string): KeyObject | undefined {
    return [...(publicKey ? [publicKey] : []), ...current()].find((named) => named.serial === serial)?.key;
  }

  return {
    async ready(deadline) {
      if (publicKey || (now() < renewAt && current().length > 0)) return;
      try {
        await renew(deadline);
      } catch (error) {
        if (current().length === 0) throw error;
        // The held keys are still valid: not every request should wait for a fetch that fails.
        renewAt = now() + 5 * MINUTE;
      }
      if (current().length === 0) throw new WechatPayError('BAD_ANSWER', 'no valid certificate');
    },
    encryptionKey() {
      const effective = current().filter(({ effectiveAt }) => effectiveAt <= now());
      const newest = [...effective].sort((a, b) => b.effectiveAt - a.effectiveAt)[0];
      const key = publicKey ?? newest;
      if (!key) throw new WechatPayError('NOT_SENT', 'no certificate is valid yet');
      return key;
    },
    async find(serial, deadline) {
      const key = held(serial);
      if (key || !download || serial.startsWith('PUB_KEY_ID_')) return key;
      if (serial === absent.serial && now() < absent.until) return undefined;
      await renew(deadline).catch(() => undefined);
      const found = held(serial);
      if (!found) absent = { serial, until: now() + MINUTE };
      return found;
    },
  };
}
