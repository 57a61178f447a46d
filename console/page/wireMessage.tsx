import type { MessageView } from '../views';
import { Code } from './code';

/** One message as it travelled: its first line, the headers that matter, its body. */
export function WireMessage({
  message: { line, headers, kind, body },
  label,
}: {
  message: MessageView;
  label: string;
}) {
  return (
    <div class="wireMessage">
      <p class="wireLine">{line}</p>
      <dl>
        {headers.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {body !== '' && <Code kind={kind} text={body} label={label} />}
    </div>
  );
}
