import { type Config, readConfig } from '../../shared/config';
import { LINKS, type LinkName } from '../../shared/generated/links';
import { type Finding, isProblem, unchecked } from './finding';
import { inspectApiV3Key } from './inspectApiV3Key';
import { inspectClientCertificate } from './inspectClientCertificate';
import { inspectConfiguration } from './inspectConfiguration';
import { inspectEcho } from './inspectEcho';
import { inspectHosts } from './inspectHosts';
import { inspectMerchantKey } from './inspectMerchantKey';
import { inspectPermission, notAsked } from './inspectPermission';
import { inspectPlatformKey } from './inspectPlatformKey';
import { openProbe } from './openProbe';
import type { Settings } from './settings';

/** Everything that was found about one configuration. */
export interface Checked {
  readonly link: LinkName;
  readonly ledger: Config['ledger'];
  readonly findings: readonly Finding[];
}

/**
 * Looks at a configuration from the inside out: variables, keys, network, and last WeChat Pay's own answer. Each stage
 * runs only after the ones before it passed, so that one fault is not reported in five places.
 * @param credentials folder of PEM files, as beside a function
 * @param notifyUrl where WeChat Pay is asked to send a test notification, on links with notifications
 */
export async function runChecks(env: Settings['env'], credentials: string, notifyUrl?: string): Promise<Checked> {
  const read = readConfig(env, credentials);
  const { config } = read;
  const settings = inspectConfiguration(env, read);
  return {
    link: config.link,
    ledger: config.ledger,
    findings: [...settings, ...(await beyondSettings(config, settings, notifyUrl)), RECEIVERS],
  };
}

async function beyondSettings(
  config: Config,
  settings: readonly Finding[],
  notifyUrl: string | undefined,
): Promise<Finding[]> {
  const { link } = config;
  const { reachableFrom } = LINKS[link];
  if (reachableFrom === 'cloud' || (reachableFrom === 'given host' && !config.baseUrl)) return [onlyInside(link)];
  const keys = inspectKeys(config);
  const hosts = await inspectHosts(config);
  const sofar = [...keys, ...hosts];
  if ([...settings, ...sofar].some(isProblem)) return [...sofar, FIRST_THINGS_FIRST];
  const accepted = await inspectAccess(config);
  if (accepted.some(isProblem)) return [...sofar, ...accepted, FIRST_THINGS_FIRST];
  const permission = await inspectPermission(config, openProbe(config));
  const isTested = LINKS[link].protocol === 'v3' && !permission.some(isProblem);
  const echo = isTested ? await inspectEcho(config, notifyUrl) : [];
  return [...sofar, ...accepted, ...permission, ...echo];
}

function inspectKeys(config: Config): Finding[] {
  const { ownMerchantNumber, protocol } = LINKS[config.link];
  if (!ownMerchantNumber) return [];
  const merchant = inspectMerchantKey(config, Date.now());
  return protocol === 'v2' ? merchant : [...merchant, inspectPlatformKey(config)];
}

async function inspectAccess(config: Config): Promise<Finding[]> {
  const { ownMerchantNumber, protocol } = LINKS[config.link];
  if (!ownMerchantNumber) return [];
  return protocol === 'v2' ? [await inspectClientCertificate(config)] : inspectApiV3Key(config);
}

function onlyInside(link: LinkName): Finding {
  return notAsked(
    {
      zh: `接入方式 ${link} 由平台签名，权限、比例与网络只有在云端才能检查`,
      en: `On ${link} the platform signs: permission, ratio and network can only be checked within the cloud`,
    },
    {
      zh: '部署后，在自己的云函数里用 profitSharingQuery 查询一个不存在的单号：RESOURCE_NOT_EXISTS 即一切就绪。',
      en: 'Once deployed, query a number that does not exist with profitSharingQuery, from a function of yours: RESOURCE_NOT_EXISTS means that all is set up.',
    },
  );
}

const FIRST_THINGS_FIRST = notAsked(
  { zh: '因上述问题未向微信支付询问权限', en: 'WeChat Pay was not asked, because of the problem above' },
  { zh: '解决上述问题后再运行一次。', en: 'Solve it and run the command again.' },
);

const RECEIVERS = unchecked(
  'receivers',
  {
    zh: '微信支付没有列出接收方的接口，登记情况无从检查',
    en: 'WeChat Pay has no call that lists receivers: nothing can tell who is registered',
  },
  {
    zh: '分账前用 profitSharingAddReceiver 登记每个接收方；重复登记会成功，且不改变已有登记。',
    en: 'Register every receiver with profitSharingAddReceiver before sharing; adding one that is there succeeds and changes nothing.',
  },
);
