import type CloudBase from '@cloudbase/manager-node';
import type { Text } from '../../shared/locale';
import { ask, unlessUnsupported } from '../collections/ask';
import type { CloudFailure } from '../collections/cloudFailure';

/**
 * What the environment's rule for functions lets clients do, in words; nothing when it keeps them out. One rule covers
 * all functions of an environment, and by default every client that is logged in may invoke them
 * (docs.cloudbase.net/cloud-function/security-rules). It is never changed here: other functions live by it.
 */
export async function describeInvokeRule(app: CloudBase, names: readonly string[]): Promise<Text | undefined> {
  const rule = await readRule(app);
  const open = names.filter((name) => (rule?.[name] ?? rule?.['*'])?.invoke !== false);
  if (open.length === 0) return undefined;
  const said = JSON.stringify(rule?.['*']?.invoke);
  const shown = rule
    ? { zh: `其规则 "*" 为 ${said}`, en: `Its rule "*" says ${said}` }
    : { zh: '云 API 不显示其规则', en: 'The cloud API does not show its rule' };
  return {
    zh: `这个环境可能允许客户端调用其中 ${open.length} 个函数。${shown.zh}；除非 PROFIT_SHARING_CLIENT_ACCESS 或
PROFIT_SHARING_ALLOWED_OPENIDS 放行，函数自己会拒绝客户端。要在这里也把客户端挡住，请在云开发控制台云函数的“权限控制”里设置
"<function>": { "invoke": false }。`,
    en: `This environment may let clients invoke ${open.length} of these functions. ${shown.en}; the functions themselves refuse clients
unless PROFIT_SHARING_CLIENT_ACCESS or PROFIT_SHARING_ALLOWED_OPENIDS lets them in. To keep clients out here as well, set
"<function>": { "invoke": false } under 权限控制 of the cloud functions in the CloudBase console.`,
  };
}

type Rule = Readonly<Record<string, { readonly invoke?: unknown }>>;

/** The method is deprecated and its answer has changed before: what cannot be read is not known, and no failure. */
async function readRule(app: CloudBase): Promise<Rule | undefined> {
  const asked = unlessUnsupported(ask(app.permission.describeResourcePermission({ resourceType: 'function' })));
  const answer = (await asked.catch((error: CloudFailure) => {
    if (error.code === 'UNREACHABLE') throw error;
    return undefined;
  })) as { Data?: { PermissionList?: { SecurityRule?: string }[] } } | undefined;
  try {
    return JSON.parse(
      answer?.Data?.PermissionList?.find(({ SecurityRule }) => SecurityRule)?.SecurityRule ?? '',
    ) as Rule;
  } catch {
    return undefined;
  }
}
