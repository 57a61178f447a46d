import type { Clock } from '../clock';
import { type Config, readConfig } from '../config';
import { calledBy, familyOf, linkFamily } from '../ledger/channel';
import type { LedgerRecord } from '../ledger/record';
import type { Link, LinkFactories } from '../links/link';
import type { Text } from '../locale';
import type { LinkName } from '../operation';
import type { Result } from '../result';
import { TokenBucket } from './tokenBucket';
import { blockedLink } from './warnings';

/** A link of this run. */
export interface RunLink {
  readonly link: Link;
  readonly config: Config;
  /** Links of the same merchant number share it, as they share WeChat Pay's limit. */
  readonly pace: TokenBucket;
  unanswered: number;
  /** Once set, no more queries are sent over it in this run. */
  blocked?: Result;
}

/** In any one second at most 80 queries, the lowest documented limit: the rate and the burst together. */
const PACE = { perSecond: 78, burst: 2 };

export class RunLinks {
  private readonly paces = new Map<string, TokenBucket>();
  private readonly made = new Map<LinkName, Promise<RunLink | undefined>>();
  private readonly all: RunLink[] = [];

  constructor(
    private readonly env: NodeJS.ProcessEnv,
    private readonly factories: LinkFactories,
    private readonly clock: Clock,
  ) {}

  /** Nothing when the link is not in this build or not configured. */
  of(name: LinkName): Promise<RunLink | undefined> {
    const kept = this.made.get(name) ?? this.make(name);
    this.made.set(name, kept);
    return kept;
  }

  /**
   * The link that can query a record: of the same family of links and the same merchant number. Any other one would
   * answer "not found", which frees the number of a payment.
   * @param configured the link of the configuration, which goes first
   */
  async forRecord({ link, payload }: LedgerRecord, configured: LinkName): Promise<RunLink | undefined> {
    const first = linkFamily(configured) === linkFamily(link) ? configured : link;
    for (const name of familyOf(first)) {
      const runLink = await this.of(name);
      const isCaller = runLink && payload.PROFIT_SHARING_LINK === calledBy(runLink.config);
      if (runLink && (isCaller || linkFamily(name) === 'private')) return runLink;
    }
    return undefined;
  }

  blocked(main: RunLink): Text[] {
    const others = this.all.filter((runLink) => runLink !== main && runLink.blocked);
    return others.map(({ config, blocked }) => blockedLink(config.link, blocked?.failure?.code ?? 'NO_ANSWER'));
  }

  private async make(name: LinkName): Promise<RunLink | undefined> {
    const { config, problems } = readConfig({ ...this.env, PROFIT_SHARING_LINK: name });
    const link = problems.length === 0 ? await this.factories[name]?.(config) : undefined;
    if (!link) return undefined;
    const runLink: RunLink = { link, config, pace: this.paceOf(config), unanswered: 0 };
    this.all.push(runLink);
    return runLink;
  }

  private paceOf({ mchId = '' }: Config): TokenBucket {
    const pace = this.paces.get(mchId) ?? new TokenBucket(PACE.perSecond, PACE.burst, this.clock);
    this.paces.set(mchId, pace);
    return pace;
  }
}
