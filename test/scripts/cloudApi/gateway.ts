import type { Answer, Fields } from './fields';
import { Refusal } from './refusal';

interface Route {
  readonly Path: string;
  readonly Type: number;
  readonly Name: string;
  readonly EnableAuth: boolean;
}

export const DOMAIN = 'prod-8gu57so0-1258000000.ap-shanghai.app.tcloudbase.com';

/** The HTTP access service, and the rule that says which clients may invoke functions. */
export class Gateway {
  readonly routes: Route[] = [];
  enabled = true;
  rule = { '*': { invoke: 'auth != null' } } as Readonly<Record<string, { invoke: boolean | string }>>;

  /** Nothing for an action that is none of its. */
  answer(action: string, fields: Fields): Answer | undefined {
    const { Path } = fields as { Path?: string };
    if (action === 'DescribeCloudBaseGWService')
      return { ServiceSet: [], EnableService: this.enabled, DefaultDomain: DOMAIN };
    if (action === 'DescribeCloudBaseGWAPI') {
      const APISet = this.routes.filter((route) => Path === undefined || route.Path === Path);
      // The API says null where there is none.
      return { APISet: APISet.length > 0 ? APISet : null, EnableService: this.enabled, Total: APISet.length };
    }
    if (action === 'CreateCloudBaseGWAPI') return this.#create(fields);
    if (action !== 'DescribeResourcePermission') return undefined;
    const SecurityRule = JSON.stringify(this.rule);
    return {
      Data: { TotalCount: 1, PermissionList: [{ ResourceType: 'function', Permission: 'CUSTOM', SecurityRule }] },
    };
  }

  #create(fields: Fields): Answer {
    const { Path, Type, Name, AuthSwitch } = fields as { Path: string; Type: number; Name: string; AuthSwitch: number };
    if (this.routes.some((route) => route.Path === Path))
      throw new Refusal('InvalidParameter.APICreated', `${Path} exists`);
    this.routes.push({ Path, Type, Name, EnableAuth: AuthSwitch === 1 });
    return { APIId: 'api-1' };
  }
}
