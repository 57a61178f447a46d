import { type RunningCloud, startCloudApi } from '../cloudApi/startCloudApi';
import { unzip } from '../cloudApi/unzip';
import { startDeployer } from './deployer';
import { Project } from './project';

/** For every test of a file an empty environment, a merchant's project, and the command. */
export function useCloud() {
  let cloud: RunningCloud;
  let deployer: ReturnType<typeof startDeployer>;
  let project: Project;

  beforeAll(async () => {
    cloud = await startCloudApi();
    deployer = startDeployer(cloud);
  });
  beforeEach(() => {
    cloud.renew();
    project = new Project();
  });
  afterEach(() => project.remove());
  afterAll(async () => {
    deployer.stop();
    await cloud.stop();
  });

  const found = (name: string) => cloud.api.functions.find(name);
  return {
    get api() {
      return cloud.api;
    },
    get project() {
      return project;
    },
    deploy: (args: readonly string[], env?: Readonly<Record<string, string>>) => deployer.deploy(args, env),
    found,

    /** The environment of a process that talks to this cloud. */
    get env() {
      return cloud.env;
    },
    variablesOf: (name: string) =>
      Object.fromEntries(found(name).Environment.Variables.map(({ Key, Value }) => [Key, Value])),
    filesOf: (name: string) => [...unzip(found(name).archive).keys()],

    /** A function that is there, as another developer left it. */
    leaveBehind(name: string, changed: object = {}, variables: Readonly<Record<string, string>> = {}): void {
      const Variables = Object.entries(variables).map(([Key, Value]) => ({ Key, Value }));
      cloud.api.functions.byName.set(name, {
        Runtime: 'Nodejs20.19',
        Type: 'Event',
        Handler: 'index.main',
        MemorySize: 256,
        Timeout: 15,
        Description: '',
        Status: 'Active',
        Environment: { Variables },
        Triggers: [],
        archive: Buffer.from('by another developer'),
        ...changed,
      });
    },
  };
}
