import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fixed when a function is created (docs.cloudbase.net/cloud-function/function-configuration/config). */
export const RUNTIME = 'Nodejs20.19';
export const HANDLER = 'index.main';
export const MEMORY_MB = 256;

/** What a function is called for: an operation by its effect, one of those that are no operations, or an example. */
type Kind = 'money' | 'register' | 'read' | 'notify' | 'reconcile' | 'report' | 'example';

/**
 * How long a function may run, in s. Calls wait 10 s for WeChat Pay by default, money asks again after that; WeChat Pay
 * gives a notification 5 s; a round of reconciliation, and a page of a report, work until their time is up.
 */
export const TIMEOUT_S: Readonly<Record<Kind, number>> = {
  money: 20,
  register: 15,
  read: 15,
  notify: 10,
  reconcile: 60,
  report: 20,
  example: 20,
};

export interface Trigger {
  readonly name: string;
  readonly type: string;
  /** Seven fields: second, minute, hour, day, month, weekday, year. */
  readonly config: string;
}

/** How one function is set up in the cloud. */
export interface FunctionSettings {
  readonly name: string;
  /** Its name in the cloud, where that has a prefix. */
  readonly deployedAs?: string;
  readonly kind: Kind;
  /** In s. */
  readonly timeout: number;
  /** The links on which it has something to do. */
  readonly links: readonly string[];
  readonly triggers: readonly Trigger[];
  /** The path of the HTTP access service that leads to it. */
  readonly httpPath?: string;
  /** Where it is built, where that is not the folder of all functions. */
  readonly folder?: string;
  /** Whether the cloud installs what its `package.json` names. */
  readonly installDependency?: boolean;
  /** The variables it reads, where they are none of `schemas/config.json`. */
  readonly reads?: readonly string[];
}

/** What the table needs to know of an operation. */
interface OperationRow {
  readonly name: string;
  readonly effect: 'money' | 'register' | 'read';
  readonly links: readonly string[];
}

/** What the table needs to know of a link. */
interface LinkRow {
  readonly name: string;
  readonly notifications: 'none' | 'by name' | 'deployed';
}

/** The settings of every function, in the order of the documents; triggers come from `config.json` beside each handler. */
export function functionSettings(
  root: string,
  operations: readonly OperationRow[],
  links: readonly LinkRow[],
): FunctionSettings[] {
  const notified = links.filter(({ notifications }) => notifications === 'deployed');
  const setUp = (name: string, kind: Kind, links: readonly string[]) => {
    const timeout = TIMEOUT_S[kind];
    return { name, kind, timeout, links, triggers: triggersOf(join(root, 'cloudfunctions', name, 'config.json')) };
  };
  return [
    ...operations.map(({ name, effect, links }) => setUp(name, effect, links)),
    // API v2 shares are notified in the format of v3 (v2/partner/4011985282): a link may have it when asked for by name.
    { ...setUp('profitSharingNotify', 'notify', namesOf(notified)), httpPath: '/profitSharingNotify' },
    setUp('profitSharingReconcile', 'reconcile', namesOf(links)),
    setUp('profitSharingReport', 'report', namesOf(links)),
  ];
}

/** The functions of `examples/`, which are deployed on demand. */
export function exampleSettings(root: string): FunctionSettings[] {
  const setUp = (name: string, timeout: number, reads: readonly string[] = []): FunctionSettings => ({
    ...{ name, kind: 'example', timeout, links: [], reads },
    triggers: triggersOf(join(root, 'examples/functions', name, 'config.json')),
    folder: join(root, 'dist/examples'),
    installDependency: true,
  });
  return [
    setUp('onPaid', TIMEOUT_S.example),
    setUp('shareDue', 60),
    setUp('onSettled', TIMEOUT_S.example),
    setUp('onReceipt', TIMEOUT_S.example),
    setUp('orders', TIMEOUT_S.example, [ADMINS]),
  ];
}

/** Who may use the shop's mini program. */
export const ADMINS = 'SHOP_ADMIN_OPENIDS';

/** The same functions under other names, for a second merchant number in one environment. */
export function withPrefix(prefix: string, settings: readonly FunctionSettings[]): FunctionSettings[] {
  return settings.map((one) => ({
    ...one,
    deployedAs: prefix + one.name,
    ...(one.httpPath && { httpPath: `/${prefix}${one.name}` }),
  }));
}

/** What a function is called in the cloud. */
export function cloudNameOf({ name, deployedAs = name }: FunctionSettings): string {
  return deployedAs;
}

function triggersOf(path: string): readonly Trigger[] {
  if (!existsSync(path)) return [];
  return (JSON.parse(readFileSync(path, 'utf8')) as { triggers?: Trigger[] }).triggers ?? [];
}

const namesOf = (links: readonly LinkRow[]) => links.map(({ name }) => name);
