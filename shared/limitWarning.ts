import type { Text } from './locale';
import { remainingMs } from './remainingMs';

/** What the platform gives a function whose time limit was never set, in ms (docs.cloudbase.net, function configuration). */
export const PLATFORM_DEFAULT_MS = 3000;

const TOO_SHORT: Text = {
  zh: '本函数的超时不超过 3 秒（平台默认值），不够重试与查询：请在控制台或 cloudbaserc.json 中设为 20 秒。',
  en: "This function's time limit is 3 s or less, the platform's default: too short to repeat and to query. Set it to 20 s in the console or in cloudbaserc.json.",
};

/** Tells once per instance that the time limit was left at the platform's default: it can only be seen while a function runs. */
export function limitWarning(): (context: unknown) => Text | undefined {
  let isFirst = true;
  return (context) => {
    const isTooShort = isFirst && remainingMs(context) <= PLATFORM_DEFAULT_MS;
    isFirst = false;
    return isTooShort ? TOO_SHORT : undefined;
  };
}
