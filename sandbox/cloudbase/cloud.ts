import { randomBytes } from 'node:crypto';
import type { HttpResponse } from '../http/httpResponse';
import type { Incoming } from '../http/incoming';
import type { Route } from '../http/route';
import { Admin, type AdminAction, type AdminActions, type AdminRequest } from './admin';
import { type CallFailure, type CallInput, type CallRefusal, type CallSuccess, callFunction } from './call';
import type { ContextShape, DefaultIdentity } from './caller';
import { type Crash, Crashes } from './crashes';
import { Database } from './database/database';
import { databaseActions } from './database/databaseActions';
import { functionActions } from './functionActions';
import { answerHttp, type HttpSwitches, httpDefaults } from './httpAccess';
import type { CloudEnv } from './invocation';
import { Invocations, type RunWatch } from './invocations';
import { type PayLink, payActions } from './payActions';
import { type FunctionSpec, Runner, type RunnerOptions } from './runner';
import { Runs } from './runs';
import { TimerRefused, timerEvent, timerOf } from './timers';
import { Transit } from './transit';

export interface CloudOptions {
  /** The mini program's user and appid that a simulated call carries by default. */
  readonly identity: DefaultIdentity;
  readonly pay: PayLink;
  readonly functionsDir: string;
  readonly functions: Readonly<Record<string, FunctionSpec>>;
  readonly functionLimitMs?: number | undefined;
  readonly maxInstances: number;
  readonly shape: ContextShape;
  readonly verbose: boolean;
  /** Where `/admin` can be reached by the functions. */
  readonly adminUrl: () => string;
  readonly caFile?: NonNullable<RunnerOptions['caFile']>;
  /** An empty one by default. */
  readonly database?: Database;
  /** None by default. */
  readonly crashes?: Crashes;
  /** Requests to WeChat Pay travel at once by default. */
  readonly transit?: Transit;
  readonly http?: Readonly<HttpSwitches>;
  readonly watch?: RunWatch | undefined;
}

const databaseWrites = new Set([
  'database.addCollection',
  'database.insertDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
  'database.commitTransaction',
]);

/** One CloudBase environment: functions, their callers, and the admin API they use. */
export class Cloud {
  readonly env: CloudEnv;
  readonly database: Database;
  readonly #runs = new Runs();
  readonly #invocations: Invocations;
  readonly #crashes: Crashes;
  readonly #transit: Transit;
  readonly #runner: Runner;
  readonly #admin: Admin;

  constructor(private readonly options: CloudOptions) {
    this.env = {
      envId: 'sandbox-1g2h3j4k5l6m7n8p',
      appid: options.identity.appid,
      secretId: `AKID${randomBytes(16).toString('hex')}`,
      secretKey: randomBytes(20).toString('hex'),
      region: 'ap-shanghai',
    };
    this.database = options.database ?? new Database();
    this.#crashes = options.crashes ?? new Crashes();
    this.#transit = options.transit ?? new Transit();
    const invocations = new Invocations(options.watch);
    this.#invocations = invocations;
    this.#runner = new Runner({ ...options, env: this.env, invocations, runs: this.#runs });
    const pay: PayLink = async (call) => {
      await this.#transit.arrive(call.apiName);
      return options.pay(call);
    };
    this.#admin = new Admin(this.env, invocations, {
      ...functionActions(this.#runner),
      ...this.#mayCrash('pay', payActions(this.env, pay)),
      ...this.#mayCrash('database', databaseActions(this.database)),
    });
  }

  /** Answers `POST /admin`. */
  answerAdmin(request: AdminRequest): Promise<HttpResponse> {
    return this.#admin.answer(request);
  }

  /** Answers `/http/<function>/…`. */
  answerHttp(request: Incoming): Promise<HttpResponse> {
    return answerHttp(this.#runner, this.env, this.options.http ?? httpDefaults, request);
  }

  /** The run behind a request, by its id: known by its keys on the admin API, by its connection elsewhere. */
  async senderOf({ headers, connection }: Pick<Incoming, 'headers' | 'connection'>): Promise<string | undefined> {
    const signer = this.#invocations.signedBy(headers.authorization);
    return signer?.requestId ?? (await this.#runs.behind(connection))?.requestId;
  }

  /**
   * A route of WeChat Pay, at which the function that asks may die.
   * @param counts the requests that a crash at WeChat Pay counts
   */
  payRoute(route: Route, counts: (request: Incoming) => boolean): Route {
    return {
      ...route,
      answer: async (request) => {
        const isWanted = this.#crashes.waitsFor('pay') && counts(request);
        const run = isWanted ? await this.#runs.behind(request.connection) : undefined;
        return this.#crashes.around('pay', run, async () => {
          if (request.method !== 'GET') await this.#transit.arrive(request.path);
          return route.answer(request);
        });
      },
    };
  }

  /** Calls a function from outside, see {@link callFunction}. */
  call(name: string, input: CallInput): Promise<CallSuccess | CallFailure | CallRefusal> {
    return callFunction(this.#runner, this.env, this.options.identity, name, input);
  }

  /**
   * Lets the timer of a function go off, whatever its cron expression says of the hour.
   * @param token whether its trigger was uploaded with WeChat DevTools: only then the call carries a call token
   * @throws {TimerRefused} when the function is missing, or has no timer that the platform would deploy
   */
  fire(name: string, token = false): Promise<CallSuccess | CallFailure | CallRefusal> {
    const dir = this.#runner.folderOf(name);
    if (dir === undefined) throw new TimerRefused(`there is no function ${name}`);
    return this.call(name, { data: timerEvent(timerOf(dir), Date.now()), as: { source: 'wx_trigger', token } });
  }

  /** Sets the variables of a function, or of all with `'*'`. */
  setEnv(name: string, vars: Readonly<Record<string, string>>): void {
    this.#runner.setEnv(name, vars);
  }

  /** Every function starts anew at its next call. */
  restart(): void {
    this.#runner.restart();
  }

  /** Sets the wall clocks of instances, see {@link Runner.setClocks}. */
  setClocks(name: string, offsetsMs: readonly number[]): void {
    this.#runner.setClocks(name, offsetsMs);
  }

  #mayCrash(on: Crash['on'], actions: AdminActions): AdminActions {
    const guarded = Object.entries(actions).map(([name, action]): [string, AdminAction] => {
      if (on === 'database' && !databaseWrites.has(name)) return [name, action];
      const run: AdminAction = (call) =>
        this.#crashes.around(on, this.#runs.of(call.invocation?.requestId), () => action(call));
      return [name, run];
    });
    return Object.fromEntries(guarded);
  }

  stop(): void {
    this.#runner.stop();
  }
}
