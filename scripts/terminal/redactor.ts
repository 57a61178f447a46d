/** Shorter texts hide nothing, and would make holes in every sentence. */
const SHORTEST = 8;

/**
 * Takes values out of what is going to be shown: an answer may repeat what was sent, in the form it was sent in or in
 * another one, whole or cut off.
 */
export class Redactor {
  readonly #forms = new Set<string>();

  /** From now on these values are not shown. Values of fewer than 8 characters are no secrets. */
  readonly protect = (values: Iterable<string | undefined>): void => {
    for (const value of values) for (const form of formsOf(value?.trim() ?? '')) this.#forms.add(form);
  };

  /** To be called before a text is cut: half a secret is not recognised everywhere. */
  readonly redact = (text: string): string => {
    // Longest first: one form may be the beginning of another.
    const forms = [...this.#forms].sort((a, b) => b.length - a.length);
    const whole = forms.reduce((shown, form) => shown.replaceAll(form, '***'), text);
    return forms.reduce(withoutBeginning, whole);
  };
}

/** Every text by which a value can come back, none shorter than 8 characters. */
function formsOf(value: string): string[] {
  // Consoles that only take one line hold a PEM with `\n` written out.
  const unfolded = value.replaceAll('\\n', '\n');
  const lines = unfolded.split(/\s*\n\s*/).filter((line) => !line.startsWith('-----'));
  const plain = [value, unfolded, unfolded.replace(/\s+/g, ' '), unfolded.replace(/\s+/g, ''), ...lines];
  return [...new Set(plain.filter(({ length }) => length >= SHORTEST).flatMap(encodingsOf))];
}

function encodingsOf(text: string): string[] {
  const json = inJson(text);
  const url = encodeURIComponent(text);
  const lower = url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
  return [text, json, inJson(json), url, lower, url.replaceAll('%20', '+'), lower.replaceAll('%20', '+')];
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** So many characters in a row are no coincidence. */
const TELLING = 16;

/** Where a text was cut off already: at its end, or before an ellipsis. */
const CUT = /(…|\.\.\.|["'’”)\]]*$)/y;

/** Takes out the beginning of a form where the rest of it was cut off. */
function withoutBeginning(text: string, form: string): string {
  const start = form.slice(0, SHORTEST);
  for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + 1)) {
    let end = at + SHORTEST;
    while (end < text.length && text[end] === form[end - at]) end += 1;
    CUT.lastIndex = end;
    if (end - at >= TELLING || CUT.test(text))
      return withoutBeginning(`${text.slice(0, at)}***${text.slice(end)}`, form);
  }
  return text;
}
