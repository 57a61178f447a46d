import type CloudBase from '@cloudbase/manager-node';
import { ask } from '../collections/ask';

/** A path of the HTTP access service as it is, and whether it has to be made. */
export interface PathPlan {
  readonly path: string;
  readonly to: string;
  readonly missing: boolean;
  /** Where the whole world reaches it, when that is known. */
  readonly url: string | undefined;
  readonly notes: readonly string[];
  /** Why it cannot be made. */
  readonly blocked: string | undefined;
}

/** Functions are 1, containers are 2 (cloud.tencent.com/document/api/876/128121). */
const FUNCTION = 1;

/** Looks for the path that leads to a function, and changes nothing. @throws {CloudFailure} */
export async function planPath(app: CloudBase, path: string, to: string): Promise<PathPlan> {
  const { APISet } = await ask(app.access.getAccessList({ path }));
  const found = (APISet ?? []).find(({ Path }) => Path === path);
  const service = await ask(app.access.getDomainList());
  const notes: string[] = [];
  const taken = found && (found.Type !== FUNCTION || found.Name !== to);
  if (found?.EnableAuth)
    notes.push('it asks for a login, which WeChat Pay does not have: switch that off for the path');
  if (service.EnableService === false)
    notes.push('the HTTP access service is off: switch it on in the CloudBase console');
  const url = service.DefaultDomain ? `https://${service.DefaultDomain}${path}` : undefined;
  return { path, to, missing: !found, url, notes, blocked: taken ? `it leads to ${found.Name}` : undefined };
}

/** @throws {CloudFailure} */
export async function makePath(app: CloudBase, { path, to }: PathPlan): Promise<void> {
  await ask(app.access.createAccess({ path, name: to }));
}
