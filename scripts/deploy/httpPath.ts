import type CloudBase from '@cloudbase/manager-node';
import type { Text } from '../../shared/locale';
import { ask } from '../collections/ask';

/** A path of the HTTP access service as it is, and whether it has to be made. */
export interface PathPlan {
  readonly path: string;
  readonly to: string;
  readonly missing: boolean;
  /** Its public address, when that is known. */
  readonly url: string | undefined;
  readonly notes: readonly Text[];
  /** Why it cannot be made. */
  readonly blocked: Text | undefined;
}

/** Functions are 1, containers are 2 (cloud.tencent.com/document/api/876/128121). */
const FUNCTION = 1;

/** Looks for the path that leads to a function, and changes nothing. @throws {CloudFailure} */
export async function planPath(app: CloudBase, path: string, to: string): Promise<PathPlan> {
  const { APISet } = await ask(app.access.getAccessList({ path }));
  const found = (APISet ?? []).find(({ Path }) => Path === path);
  const service = await ask(app.access.getDomainList());
  const notes: Text[] = [];
  const taken = found && (found.Type !== FUNCTION || found.Name !== to);
  if (found?.EnableAuth)
    notes.push({
      zh: '它要求登录，而微信支付没有登录态：请为该路径关闭身份认证',
      en: 'it asks for a login, which WeChat Pay does not have: switch that off for the path',
    });
  if (service.EnableService === false)
    notes.push({
      zh: 'HTTP 访问服务未开启：请在云开发控制台开启',
      en: 'the HTTP access service is off: switch it on in the CloudBase console',
    });
  const url = service.DefaultDomain ? `https://${service.DefaultDomain}${path}` : undefined;
  return {
    path,
    to,
    missing: !found,
    url,
    notes,
    blocked: taken ? { zh: `它已指向 ${found.Name}`, en: `it leads to ${found.Name}` } : undefined,
  };
}

/** @throws {CloudFailure} */
export async function makePath(app: CloudBase, { path, to }: PathPlan): Promise<void> {
  await ask(app.access.createAccess({ path, name: to }));
}
