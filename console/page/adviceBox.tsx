import type { AdviceView } from '../views';
import { useWords } from './language';
import { adviceTone } from './tone';

interface AdviceBoxProps {
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly advice: AdviceView | undefined;
}

/** What failed, and what may safely be done next: whether money moved, when to call again, with which number. */
export function AdviceBox({ code, message, advice }: AdviceBoxProps) {
  const words = useWords().advice;
  if (!advice) {
    return (
      <div class="advice doubt" role="note" aria-label={words.title}>
        <p class="adviceHead">{message}</p>
        <p>{words.none}</p>
      </div>
    );
  }
  const { origin, category, retry, number, funds } = advice;
  return (
    <div class={`advice ${adviceTone(advice)}`} role="note" aria-label={words.title}>
      <p class="adviceHead">
        {code && <code>{code}</code>} {message}
      </p>
      <p>{advice.message}</p>
      <dl class="facts">
        <Fact name={words.funds.name} said={words.funds[funds]} raw={`funds: ${funds}`} />
        <Fact name={words.retry.name} said={words.retry[retry]} raw={`retry: ${retry}`} />
        <Fact name={words.number.name} said={words.number[number]} raw={`number: ${number}`} />
        <Fact name={words.origin.name} said={words.origin[origin]} raw={`${origin} · ${category}`} />
      </dl>
    </div>
  );
}

function Fact({ name, said, raw }: { name: string; said: string | undefined; raw: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {said} <code class="quiet">{raw}</code>
      </dd>
    </div>
  );
}
