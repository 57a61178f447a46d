import { linkNames } from '../../shared/generated/links';

const LITERAL = new RegExp(`(['"\`])(${linkNames.join('|')})\\1`);
const COMMENT = /^\s*(\/\/|\/?\*)/;

/** The sandbox calls kinds of orders `ecommerce` and `brand`, and the console creates orders of these kinds. */
const ANOTHER_MEANING = /\bfamily: '/;

/** Where a link may be named: in its own file or folder. */
const isOwn = (path: string, link: string) => new RegExp(`^shared/links/${link}[./]`).test(path);

/**
 * Lines that name a link by a string, so that a new link would have to be added there too. What is true of a link
 * stands in `schemas/links.json` and is read from `LINKS`.
 */
export function linkLiterals(path: string, lines: readonly string[]): string[] {
  return lines.flatMap((line, index) => {
    const link = LITERAL.exec(line)?.[2];
    if (link === undefined || COMMENT.test(line) || isOwn(path, link) || ANOTHER_MEANING.test(line)) return [];
    return [`${path}:${index + 1}: '${link}' is named outside its folder: read what is meant from LINKS`];
  });
}
