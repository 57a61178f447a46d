import type { LinkName } from '../operation';
import type { LinkFactory } from './link';

/** Every link by its name. Its code is loaded only when it is the configured one. */
export const links: Readonly<Record<LinkName, LinkFactory>> = {
  cloudpay: async (config) => (await import('./cloudpay')).cloudpay(config),
  cloudrun: async (config, send) => (await import('./cloudrun')).cloudrun(config, send),
  apiv2: async (config, send) => (await import('./apiv2')).apiv2(config, send),
  apiv3: async (config, send) => (await import('./apiv3')).apiv3(config, send),
  ecommerce: async (config, send) => (await import('./ecommerce')).ecommerce(config, send),
  brand: async (config, send) => (await import('./brand')).brand(config, send),
};
