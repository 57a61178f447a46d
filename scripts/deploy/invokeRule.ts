import type CloudBase from '@cloudbase/manager-node';
import { ask, unlessUnsupported } from '../collections/ask';
import type { CloudFailure } from '../collections/cloudFailure';

/**
 * What the environment's rule for functions lets clients do, in words; nothing when it keeps them out. One rule covers
 * all functions of an environment, and by default every client that is logged in may invoke them
 * (docs.cloudbase.net/cloud-function/security-rules). It is never changed here: other functions live by it.
 */
export async function describeInvokeRule(app: CloudBase, names: readonly string[]): Promise<string | undefined> {
  const rule = await readRule(app);
  const open = names.filter((name) => (rule?.[name] ?? rule?.['*'])?.invoke !== false);
  if (open.length === 0) return undefined;
  const shown = rule
    ? `Its rule "*" says ${JSON.stringify(rule['*']?.invoke)}`
    : 'The cloud API does not show its rule';
  return `This environment may let clients invoke ${open.length} of these functions. ${shown}; the functions themselves refuse clients
unless PROFIT_SHARING_CLIENT_ACCESS or PROFIT_SHARING_ALLOWED_OPENIDS lets them in. To keep clients out here as well, set
"<function>": { "invoke": false } under 权限控制 of the cloud functions in the CloudBase console.`;
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
