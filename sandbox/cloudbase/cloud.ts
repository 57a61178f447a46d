import { randomBytes } from 'node:crypto';
import type { Delivery } from '../faults';
import { Admin, type AdminRequest } from './admin';
import { type CallFailure, type CallInput, type CallRefusal, type CallSuccess, callFunction } from './call';
import type { ContextShape, DefaultIdentity } from './caller';
import { Database } from './database/database';
import { databaseActions } from './database/databaseActions';
import { functionActions } from './functionActions';
import { type CloudEnv, Invocations } from './invocations';
import { type PayLink, payActions } from './payActions';
import { type FunctionSpec, Runner, type RunnerOptions } from './runner';

export interface CloudOptions {
  /** The mini program's user and appid that a simulated call carries by default. */
  readonly identity: DefaultIdentity;
  readonly pay: PayLink;
  readonly functionsDir: string;
  readonly functions: Readonly<Record<string, FunctionSpec>>;
  readonly maxInstances: number;
  readonly shape: ContextShape;
  readonly verbose: boolean;
  /** Where `/admin` can be reached by the functions. */
  readonly adminUrl: () => string;
  readonly caFile?: NonNullable<RunnerOptions['caFile']>;
}

/** One CloudBase environment: functions, their callers, and the admin API they use. */
export class Cloud {
  readonly env: CloudEnv;
  readonly database = new Database();
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
    const invocations = new Invocations();
    this.#runner = new Runner({ ...options, env: this.env, invocations });
    this.#admin = new Admin(this.env, invocations, {
      ...functionActions(this.#runner),
      ...payActions(this.env, options.pay),
      ...databaseActions(this.database),
    });
  }

  /** Answers `POST /admin`. */
  answerAdmin(request: AdminRequest): Promise<Delivery> {
    return this.#admin.answer(request);
  }

  /** Calls a function from outside, see {@link callFunction}. */
  call(name: string, input: CallInput): Promise<CallSuccess | CallFailure | CallRefusal> {
    return callFunction(this.#runner, this.env, this.options.identity, name, input);
  }

  /** Sets the variables of a function, or of all with `'*'`. */
  setEnv(name: string, vars: Readonly<Record<string, string>>): void {
    this.#runner.setEnv(name, vars);
  }

  stop(): void {
    this.#runner.stop();
  }
}
