/** Which part of the state a command needs: it decides what runs it, and beside what. */
export type Place =
  /** Only the checkout. */
  | 'here'
  /** Only the checkout, and everything that follows needs what it makes. */
  | 'build'
  /** The merchant's settings, and WeChat Pay. */
  | 'merchant'
  /** The CloudBase environment of the account. */
  | 'cloud'
  /** Runs until it is stopped, with its output as the base of what follows. */
  | 'sandbox'
  /** A sandbox that runs already. */
  | 'besideSandbox'
  /** Changes what all others read: after them. */
  | 'last'
  /** This very test is a part of it. */
  | 'itself';

/** How a command of the pages is run. */
export interface Form {
  readonly line: RegExp;
  readonly place: Place;
  /** What it ends with; 0 where nothing is said. */
  readonly code?: number;
  /** What it prints. */
  readonly prints: RegExp;
  /** What is typed. */
  readonly input?: string;
}

const QUOTED = /'\{.*\}'/.source;

/** Every form of command the pages may show; a command of another form fails the test. */
const forms: readonly Form[] = [
  { line: /^npm test$/, place: 'itself', prints: /(?:)/ },
  { line: /^npm run build$/, place: 'build', prints: /multiProfitSharing/ },
  { line: /^npm run demo( -- --link \w+)?$/, place: 'here', prints: /The books balance\.|账是平的。/ },
  {
    line: /^npm run sandbox( -- --port 9527( --data-dir \S+ --export-credentials \S+)?)?$/,
    place: 'sandbox',
    prints: /按 Ctrl-C 停止/,
  },
  {
    line: /^curl -X POST http:\/\/127\.0\.0\.1:9527\/_sandbox\/orders /,
    place: 'besideSandbox',
    prints: /transaction_id/,
  },
  {
    line: /^curl -X POST http:\/\/127\.0\.0\.1:9527\/_sandbox\/clock\/advance /,
    place: 'besideSandbox',
    prints: /"iso":"\d{4}-/,
  },
  // The share before it has had its minute: the receiver was paid.
  {
    line: new RegExp(`^npm run call -- profitSharingQuery ${QUOTED}$`),
    place: 'besideSandbox',
    prints: /✓ profitSharingQuery[\s\S]*全部完成[\s\S]*SUCCESS/,
  },
  {
    line: new RegExp(`^npm run call -- \\w+ ${QUOTED}( --link \\w+)?$`),
    place: 'besideSandbox',
    prints: /^✓ \w+$/m,
  },
  // The pages ask about numbers that do not exist, which is how one sees that everything is set up.
  {
    line: new RegExp(`^npm run call -- \\w+ ${QUOTED} --env-file \\S+( --link \\w+)?$`),
    place: 'merchant',
    code: 1,
    prints: /RESOURCE_NOT_EXISTS/,
  },
  { line: new RegExp(`^npm run call -- \\w+ ${QUOTED} --env <envId>$`), place: 'cloud', prints: /^✓ \w+$/m },
  { line: /^npm run doctor( -- .+)?$/, place: 'merchant', prints: /apiv[23]/ },
  { line: /^npm run deploy -- --env <envId> (.* )?--dry-run$/, place: 'cloud', prints: /Dry run/ },
  {
    line: /^npm run deploy -- --env <envId>( (--only|--env-file|--credentials) \S+)*$/,
    place: 'cloud',
    prints: /Done|Nothing to do/,
  },
  { line: /^npm run collections -- --env <envId>( --dry-run)?$/, place: 'cloud', prints: /Dry run|Done|Nothing to do/ },
  { line: /^read -rs? (TENCENTCLOUD_\w+) && export \1$/, place: 'here', prints: /^$/, input: 'typed\n' },
  { line: /^cp -R dist\/client <yourFunction>\/cloudpay-profitsharing$/, place: 'here', prints: /^$/ },
  { line: /^cp v3\.env \.env$/, place: 'last', prints: /^$/ },
  { line: /^cp next\/\.env \.env && cp next\/credentials\/\*\.pem credentials\/$/, place: 'last', prints: /^$/ },
  { line: /^chmod 600 \.env credentials\/\*\.pem$/, place: 'here', prints: /^$/ },
  { line: /^sha256sum dist\/cloudfunctions\/\w+\/index\.js$/, place: 'here', prints: /^[0-9a-f]{64} / },
  { line: /^openssl x509 -in \S+ -noout -serial -enddate$/, place: 'here', prints: /^serial=[0-9A-F]+\nnotAfter=/ },
];

/** The form of a command; the first that fits. */
export function formOf(line: string): Form | undefined {
  return forms.find((form) => form.line.test(line));
}
