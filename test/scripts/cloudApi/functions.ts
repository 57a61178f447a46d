import { createHash } from 'node:crypto';
import { ENV_ID } from './environment';
import type { Answer, Fields } from './fields';
import { Refusal } from './refusal';

interface Variable {
  readonly Key: string;
  readonly Value: string;
}

/** A cloud function as `GetFunction` shows it, and the archive it was made of. */
export interface CloudFunction {
  Runtime: string;
  Type: string;
  Handler: string;
  MemorySize: number;
  Timeout: number;
  Description: string;
  Status: string;
  Environment: { Variables: Variable[] };
  Triggers: { TriggerName: string; Type: string; TriggerDesc: string }[];
  archive: Buffer;
  /** Whether the cloud installs what `package.json` names. */
  installs?: boolean;
}

/** The most bytes of variables a function holds, and of an archive sent within a request. */
const MOST_VARIABLES = 4096;
const MOST_ARCHIVE = 1.5 * 1024 * 1024;

/** The actions of `scf.tencentcloudapi.com` (2018-04-16) that functions are deployed with. */
export class Functions {
  readonly byName = new Map<string, CloudFunction>();

  find(name: string): CloudFunction {
    const found = this.byName.get(name);
    if (!found) throw new Refusal('ResourceNotFound.Function', `the function ${name} does not exist`);
    return found;
  }

  /** Nothing for an action that is none of theirs. */
  answer(action: string, fields: Fields): Answer | undefined {
    const name = String(fields.FunctionName ?? '');
    const act = this.#actions[action];
    if (!act) return undefined;
    if (fields.Namespace !== ENV_ID) throw new Refusal('ResourceNotFound.Namespace', 'no such namespace');
    return act(name, fields);
  }

  readonly #actions: Readonly<Record<string, (name: string, fields: Fields) => Answer>> = {
    GetFunction: (name) => {
      const { archive, ...shown } = this.find(name);
      const answer = {
        FunctionName: name,
        Namespace: ENV_ID,
        CodeSize: archive.length,
        ...shown,
        Triggers: [...shown.Triggers],
      };
      // What was begun is finished by the time it is looked at again.
      if (/^(Creating|Updating)$/.test(shown.Status)) this.find(name).Status = 'Active';
      return answer;
    },

    GetFunctionAddress: (name) => {
      const { archive } = this.find(name);
      const CodeSha256 = createHash('sha256').update('repacked').update(archive).digest('hex');
      return { Url: 'https://code.example/signed-link', CodeSha256 };
    },

    CreateFunction: (name, fields) => {
      if (this.byName.has(name)) throw new Refusal('ResourceInUse.Function', `${name} exists`);
      const { Runtime, Handler, Code } = fields as { Runtime: string; Handler: string; Code: Fields };
      const made = { Runtime, Handler, Type: String(fields.Type ?? 'Event'), Status: 'Creating', Triggers: [] };
      this.byName.set(name, {
        ...made,
        ...limitsIn(fields, { Timeout: 3, MemorySize: 128 }),
        archive: archiveIn(Code),
        installs: fields.InstallDependency === 'TRUE',
      });
      return {};
    },

    UpdateFunctionCode: (name, { Code, Handler }) => {
      Object.assign(this.#settled(name), { archive: archiveIn(Code as Fields), Handler, Status: 'Updating' });
      return {};
    },

    UpdateFunctionConfiguration: (name, fields) => {
      const found = this.#settled(name);
      Object.assign(found, limitsIn(fields, found), { Status: 'Updating' });
      return {};
    },

    BatchCreateTrigger: (name, { Triggers, Count }) => {
      const wanted = JSON.parse(String(Triggers)) as { TriggerName: string; Type: string; TriggerDesc: string }[];
      if (wanted.length !== Count) throw new Refusal('InvalidParameterValue.Count', `${Count} is wrong`);
      const { Triggers: present } = this.#settled(name);
      for (const { TriggerName, Type, TriggerDesc } of wanted) {
        if (TriggerDesc.split(' ').length !== 7) throw new Refusal('InvalidParameterValue.TriggerDesc', TriggerDesc);
        if (present.some((other) => other.TriggerName === TriggerName))
          throw new Refusal('ResourceInUse.Trigger', TriggerName);
        present.push({ TriggerName, Type, TriggerDesc: JSON.stringify({ cron: TriggerDesc }) });
      }
      return {};
    },
  };

  /** A function that is being made or changed takes nothing else meanwhile; one that failed to change does. */
  #settled(name: string): CloudFunction {
    const found = this.find(name);
    if (!/^(Active|UpdateFailed)$/.test(found.Status))
      throw new Refusal('FailedOperation.FunctionStatusError', `${name}: ${found.Status}`);
    return found;
  }
}

type Limits = Pick<CloudFunction, 'Timeout' | 'MemorySize' | 'Description' | 'Environment'>;

/** What a request says, over what there is; variables are replaced as a whole. */
function limitsIn(fields: Fields, now: Partial<Limits>): Limits {
  const { Timeout, MemorySize, Description, Environment } = { Description: '', ...now, ...fields } as Limits;
  if (!/^[\p{Script=Han}A-Za-z0-9 ,.\n]{0,1000}$/u.test(Description)) {
    throw new Refusal('InvalidParameterValue.Description', `Description ${Description} is not allowed`);
  }
  const variables = Environment?.Variables ?? [];
  const bytes = variables.reduce((sum, { Key, Value }) => sum + Buffer.byteLength(Key + Value), 0);
  if (bytes > MOST_VARIABLES) throw new Refusal('LimitExceeded.EnvironmentSize', `${bytes} bytes`);
  return { Timeout, MemorySize, Description, Environment: { Variables: variables } };
}

function archiveIn({ ZipFile }: Fields): Buffer {
  const archive = Buffer.from(String(ZipFile), 'base64');
  if (archive.readUInt32LE(0) !== 0x04034b50) throw new Refusal('InvalidParameterValue.Code', 'not a zip file');
  if (archive.length > MOST_ARCHIVE) throw new Refusal('LimitExceeded.CodeSize', `${archive.length} bytes`);
  return archive;
}
