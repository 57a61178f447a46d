import http from 'node:http';
import https from 'node:https';
import { createSecureContext } from 'node:tls';
import type { Config } from '../../config';
import { MOST_IDLE_MS } from '../../http';

export interface Agents {
  readonly plain: http.Agent | https.Agent;
  /** Presents the merchant's certificate. @throws what node:tls says of a certificate or key it cannot use */
  certified(): http.Agent | https.Agent;
}

const KEPT = { keepAlive: true, timeout: MOST_IDLE_MS };

/**
 * @param secure false only for a loopback address on plain HTTP, where no certificate can be presented
 * @param ca authorities to trust instead of the ones Node.js knows, as PEM
 */
export function agents(config: Pick<Config, 'mchCert' | 'mchPrivateKey'>, secure: boolean, ca?: string): Agents {
  const plain = secure ? new https.Agent({ ...KEPT, ca }) : new http.Agent(KEPT);
  let certified = secure ? undefined : plain;
  return {
    plain,
    certified() {
      // A prepared context parses the PEM texts once.
      certified ??= new https.Agent({
        ...KEPT,
        secureContext: createSecureContext({ cert: config.mchCert, key: config.mchPrivateKey, ca }),
      });
      return certified;
    },
  };
}
