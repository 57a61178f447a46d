import type { Config } from '../../shared/config';
import { LINKS } from '../../shared/generated/links';
import { exchange, HttpFault } from '../../shared/http';
import type { Text } from '../../shared/locale';
import { type Finding, fine, problem, warning } from './finding';

/** WeChat Pay's main host and its backup (pay.weixin.qq.com, 跨城冗灾). */
const HOSTS = ['https://api.mch.weixin.qq.com', 'https://api2.mch.weixin.qq.com'];

/** Longest wait for one host, in ms. */
const TIMEOUT_MS = 10_000;

/** Further apart than this and WeChat Pay takes a signed request for a replay, in s. */
const REFUSED_FROM_S = 300;
const WARN_FROM_S = 60;

/** What one host said to a request without any credentials. */
interface Knock {
  readonly host: string;
  /** The system's error code, when there was no answer. */
  readonly fault?: string;
  /** How far the host's clock is ahead of this one, in s. */
  readonly aheadS?: number;
}

/**
 * Whether WeChat Pay can be reached from here, and whether the clocks agree.
 * @param hosts the main one first, then its backup
 * @param env of this process, which may name a proxy
 */
export async function inspectHosts(
  { baseUrl, link }: Pick<Config, 'baseUrl' | 'link'>,
  hosts: readonly string[] = HOSTS,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Finding[]> {
  const knocks = await Promise.all((baseUrl ? [baseUrl] : hosts).map(knock));
  const proxy = proxyVariable(env);
  const apart = knocks.find(({ aheadS }) => aheadS !== undefined)?.aheadS;
  return [
    ...(baseUrl ? elsewhere(knocks, baseUrl) : mainAndBackup(knocks)),
    ...(proxy ? [proxyUnused(proxy)] : []),
    ...(apart === undefined ? [] : [clock(apart, link)]),
  ];
}

/** The variable that names a proxy for HTTPS, by the names curl and npm read. */
export function proxyVariable(env: NodeJS.ProcessEnv): string | undefined {
  return ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].find((name) => env[name]?.trim());
}

/** A proxy in between could read and change what is signed, and sees no client certificate. */
export function directly(name: string): Text {
  return {
    zh: `设了 ${name}，但与微信支付的连接一律直连，不经代理`,
    en: `${name} is set and not used: connections to WeChat Pay are direct, never through a proxy`,
  };
}

function proxyUnused(name: string): Finding {
  return warning('reachability', directly(name), {
    zh: '若本机只能经代理上网，请放行到微信支付 443 端口的直连，或在云端检查。',
    en: 'If this machine reaches the internet through a proxy only, let it connect to port 443 of WeChat Pay directly, or check from the cloud.',
  });
}

async function knock(address: string): Promise<Knock> {
  const url = new URL('/', address);
  const before = Date.now();
  try {
    const { headers } = await exchange({
      method: 'GET',
      url,
      headers: { accept: '*/*' },
      timeoutMs: TIMEOUT_MS,
      maxBytes: 1024 * 1024,
    });
    const shown = Date.parse(headers.date ?? '');
    if (Number.isNaN(shown)) return { host: url.host };
    // The header is cut off to whole seconds, and was written somewhere between the two readings of our clock.
    return { host: url.host, aheadS: Math.round((shown + 500 - (before + Date.now()) / 2) / 1000) };
  } catch (error) {
    if (!(error instanceof HttpFault)) throw error;
    return { host: url.host, fault: error.code };
  }
}

function elsewhere([knocked]: readonly Knock[], baseUrl: string): Finding[] {
  if (!knocked) return [];
  if (knocked.fault) return [unreachable(knocked)];
  const reached = fine('reachability', { zh: `${knocked.host} 可达`, en: `${knocked.host} answers` });
  if (!/^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(baseUrl).hostname)) return [reached];
  return [
    reached,
    warning(
      'reachability',
      { zh: `${knocked.host} 是本机，不是微信支付`, en: `${knocked.host} is this machine, not WeChat Pay` },
      { zh: '部署前去掉 WECHATPAY_BASE_URL。', en: 'Remove WECHATPAY_BASE_URL before deploying.' },
    ),
  ];
}

function mainAndBackup(knocks: readonly Knock[]): Finding[] {
  const [down] = knocks.filter(({ fault }) => fault !== undefined);
  const hosts = knocks.map(({ host }) => host);
  if (!down) return [fine('reachability', { zh: `${hosts.join('、')} 均可达`, en: `${hosts.join(' and ')} answer` })];
  if (knocks.every(({ fault }) => fault !== undefined)) return [unreachable(down)];
  return [
    warning(
      'reachability',
      {
        zh: `${down.host} 不可达（${down.fault}），另一台可达`,
        en: `${down.host} cannot be reached (${down.fault}), the other host can`,
      },
      {
        zh: '放行到两台主机 443 端口的访问：主机故障时会改用备用主机。',
        en: 'Let both hosts be reached on port 443: the backup takes over when the main host is down.',
      },
    ),
  ];
}

function unreachable({ host, fault = '' }: Knock): Finding {
  const row = REASONS.find(({ codes }) => codes.test(fault)) ?? OTHER;
  return problem(
    'reachability',
    { zh: `${host} 不可达：${row.says.zh}（${fault}）`, en: `${host} cannot be reached: ${row.says.en} (${fault})` },
    row.fix,
  );
}

interface Reason {
  readonly codes: RegExp;
  readonly says: Text;
  readonly fix: Text;
}

/** By the codes of node:dns, node:net and OpenSSL. */
const REASONS: readonly Reason[] = [
  {
    codes: /^(ENOTFOUND|EAI_AGAIN)$/,
    says: { zh: '域名解析失败', en: 'its name is not known' },
    fix: {
      zh: '检查本机 DNS 与 WECHATPAY_BASE_URL 的拼写。',
      en: 'Check the DNS of this machine and the spelling of WECHATPAY_BASE_URL.',
    },
  },
  {
    codes: /^ECONNREFUSED$/,
    says: { zh: '端口上没有服务', en: 'nothing listens there' },
    fix: {
      zh: '检查 WECHATPAY_BASE_URL 的端口；用沙箱时先启动它。',
      en: 'Check the port of WECHATPAY_BASE_URL; with the sandbox, start it first.',
    },
  },
  {
    codes: /CERT|SIGNATURE|ISSUER|ALTNAME/,
    says: { zh: '其 TLS 证书不受信任', en: 'its TLS certificate is not trusted' },
    fix: {
      zh: '若是沙箱或代理，启动前把 NODE_EXTRA_CA_CERTS 设为其 CA 文件；否则检查是谁在中间拦截连接。',
      en: 'For the sandbox or a proxy, set NODE_EXTRA_CA_CERTS to its CA file before starting; otherwise find out who sits in the connection.',
    },
  },
];

const OTHER: Omit<Reason, 'codes'> = {
  says: { zh: '连接失败', en: 'the connection failed' },
  fix: {
    zh: '检查网络、防火墙与代理是否放行该主机。',
    en: 'Check that network, firewall and proxy let this host through.',
  },
};

function clock(aheadS: number, link: Config['link']): Finding {
  const apart = Math.abs(aheadS);
  const slow = aheadS > 0;
  if (apart <= WARN_FROM_S) return fine('clock', { zh: `时钟相差 ${apart} 秒`, en: `The clocks are ${apart} s apart` });
  const says = {
    zh: `本机时钟${slow ? '慢' : '快'}了 ${apart} 秒`,
    en: `The clock of this machine is ${apart} s ${slow ? 'behind' : 'ahead'}`,
  };
  const fix = { zh: '打开本机的网络校时（NTP）。', en: 'Let this machine set its clock from the network (NTP).' };
  // API v2 signs no time: a wrong clock there spoils logs and deadlines only.
  return apart > REFUSED_FROM_S && LINKS[link].protocol !== 'v2'
    ? problem('clock', says, fix)
    : warning('clock', says, fix);
}
