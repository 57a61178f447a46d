import type { CloudApi } from '../cloudApi/cloudApi';
import type { Answer, Fields } from '../cloudApi/fields';

/** Teaches the cloud to invoke functions. @returns what was invoked, filled as it happens */
export function invoking(api: CloudApi, result: (event: Fields) => Answer): { name: unknown; event: Fields }[] {
  const invoked: { name: unknown; event: Fields }[] = [];
  const answer = api.functions.answer.bind(api.functions);
  api.functions.answer = (action, fields) => {
    if (action !== 'Invoke') return answer(action, fields);
    const event = JSON.parse(String(fields.ClientContext)) as Fields;
    invoked.push({ name: fields.FunctionName, event });
    return { Result: result(event) };
  };
  return invoked;
}
