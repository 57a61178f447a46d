import type { MessageView } from '../views';

const marks: Readonly<Record<MessageView['kind'], RegExp>> = {
  json: /("(?:[^"\\]|\\.)*")(?=\s*:)/g,
  form: /(name="[^"]*"|"(?:[^"\\]|\\.)*"(?=\s*:))/g,
  xml: /(<\/?[\w-]+>|<!\[CDATA\[|\]\]>)/g,
  text: /(?!)()/g,
};

interface CodeProps {
  readonly kind: MessageView['kind'];
  readonly text: string;
  readonly label: string;
}

/** A text of a wire or of the contract, its names set apart from its values; scrolls by keyboard too. */
export function Code({ kind, text, label }: CodeProps) {
  // `split` by one group answers rest, mark, rest, mark …
  const pieces = text.split(marks[kind]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section class="code" tabIndex={0} aria-label={label}>
      <pre>{pieces.map((piece, index) => (index % 2 === 1 ? <i key={`${index}`}>{piece}</i> : piece))}</pre>
    </section>
  );
}
