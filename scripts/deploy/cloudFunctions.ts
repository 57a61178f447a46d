import type CloudBase from '@cloudbase/manager-node';
import { ask, unlessUnsupported } from '../collections/ask';
import { CloudFailure } from '../collections/cloudFailure';
import { HANDLER, MEMORY_MB, RUNTIME, type Trigger } from './functionSettings';

export type Variables = Readonly<Record<string, string>>;

/** A function as the cloud shows it. */
export interface FunctionState {
  readonly status: string;
  readonly runtime: string;
  /** `Event`, or `HTTP` for one that is a server of its own. */
  readonly type: string;
  readonly handler: string;
  /** In MB. */
  readonly memory: number;
  /** In s. */
  readonly timeout: number;
  readonly description: string;
  readonly variables: Variables;
  readonly triggers: readonly Trigger[];
  /** What the cloud says is the hash of the code it holds; empty where it does not tell. */
  readonly storedHash: string;
}

/** What can be changed of a function that is there. */
export interface Configuration {
  readonly timeout: number;
  readonly description: string;
  readonly variables: Variables;
}

/** A zip as it is sent, and whether the cloud installs what its `package.json` names. */
export interface Code {
  readonly base64: string;
  readonly installDependency: boolean;
}

/** The functions of an environment from their administrator's side. Every method may throw CloudFailure; nothing else. */
export interface FunctionsPort {
  read(name: string): Promise<FunctionState | undefined>;
  create(name: string, configuration: Configuration, code: Code): Promise<void>;
  sendCode(name: string, code: Code): Promise<void>;
  configure(name: string, configuration: Configuration): Promise<void>;
  addTriggers(name: string, triggers: readonly Trigger[]): Promise<void>;
}

const MISSING = /^ResourceNotFound(\.Function(Name)?)?$/;

/** How often a function that is being made or changed is read again, and the pause between two reads in ms. */
const ATTEMPTS = 300;
const POLL_MS = 1000;

/** The functions of an environment, over the cloud API. @param pause waits, in ms */
export function cloudFunctions(app: CloudBase, pause: (ms: number) => Promise<unknown> = wait): FunctionsPort {
  const scf = app.commonService('scf', '2018-04-16');

  /** Waits as long as the cloud is at it. */
  async function notBusy(name: string) {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const found = await ask(app.functions.getFunctionDetail(name));
      if (!/^(Creating|Updating|Publishing)$/.test(found.Status)) return found;
      await pause(POLL_MS);
    }
    throw new CloudFailure('PENDING', {
      zh: `${name} 尚未就绪。一分钟后再运行同一条命令。`,
      en: `${name} is still not active. Run the same command in a minute.`,
    });
  }

  async function settled(name: string): Promise<void> {
    const { Status, StatusReasons } = await notBusy(name);
    if (Status === 'Active') return;
    const reasons = (StatusReasons ?? []).map(({ ErrorCode, ErrorMessage }) => ` ${ErrorCode} ${ErrorMessage}`);
    throw new CloudFailure('NOT_ACTIVE', `${name} is ${Status}${reasons.join(';')}`);
  }

  // Not `getFunctionDownloadUrl`: it loses the code of a failure.
  const addressOf = (FunctionName: string, Namespace: string) =>
    ask<{ CodeSha256?: string }>(
      scf.call({ Action: 'GetFunctionAddress', Param: { FunctionName, Namespace } }) as Promise<{
        CodeSha256?: string;
      }>,
    );

  return {
    async read(name) {
      const found = await ask(app.functions.getFunctionDetail(name)).catch((error: CloudFailure) => {
        if (MISSING.test(error.code)) return undefined;
        throw error;
      });
      if (!found) return undefined;
      const address = await unlessUnsupported(addressOf(name, found.Namespace));
      return {
        status: found.Status,
        runtime: found.Runtime,
        type: found.Type || 'Event',
        handler: found.Handler,
        memory: found.MemorySize,
        timeout: found.Timeout,
        description: found.Description ?? '',
        variables: Object.fromEntries((found.Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value])),
        triggers: (found.Triggers ?? []).map(({ TriggerName, Type, TriggerDesc }) => ({
          name: TriggerName,
          type: Type,
          config: scheduleIn(TriggerDesc),
        })),
        storedHash: address?.CodeSha256 ?? '',
      };
    },

    async create(name, { timeout, description, variables }, { base64, installDependency }) {
      const fixed = { name, runtime: RUNTIME, handler: HANDLER, memorySize: MEMORY_MB, installDependency };
      // Neither `force` nor triggers or a path: manager-node would replace what is there, and hide which step failed.
      const func = { ...fixed, timeout, description, envVariables: variables };
      await ask(app.functions.createFunction({ func, base64Code: base64 }));
    },

    async sendCode(name, { base64, installDependency }) {
      const func = { name, runtime: RUNTIME, handler: HANDLER, installDependency };
      await ask(app.functions.updateFunctionCode({ func, base64Code: base64 }));
      await settled(name);
    },

    async configure(name, { timeout, description, variables }) {
      await notBusy(name);
      const func = { name, timeout, memorySize: MEMORY_MB, description, envVariables: variables };
      await ask(app.functions.updateFunctionConfig(func));
      await settled(name);
    },

    // Not by `updateFunctionConfig`: it only warns when a trigger is refused.
    async addTriggers(name, triggers) {
      await ask(app.functions.createFunctionTriggers(name, [...triggers]));
      await settled(name);
    },
  };
}

/** The API takes the seven fields of a timer as they are, and shows them as `{"cron":"…"}`. */
function scheduleIn(shown: string): string {
  try {
    return String((JSON.parse(shown) as { cron?: unknown }).cron ?? shown);
  } catch {
    return shown;
  }
}

function wait(ms: number): Promise<unknown> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
