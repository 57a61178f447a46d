import { type Locale, translate } from '../../shared/locale';
import { type Finding, isProblem, type Level } from './finding';
import type { Checked } from './runChecks';

const MARKS: Readonly<Record<Level, string>> = { ok: '✓', warning: '!', problem: '✗', unchecked: '?' };

/** The findings for people, each with what to do about it. */
export function report({ link, findings }: Checked, source: string, locale: Locale): string {
  const heading = translate(
    { zh: `接入方式 ${link}，变量来自 ${source}`, en: `Link ${link}, variables from ${source}` },
    locale,
  );
  return [heading, '', ...findings.flatMap((finding) => linesOf(finding, locale)), '', summary(findings, locale)].join(
    '\n',
  );
}

function linesOf(finding: Finding, locale: Locale): string[] {
  const said = `${MARKS[finding.level]} ${finding.check.padEnd(21)}${translate(finding.says, locale)}`;
  return finding.level === 'ok' ? [said] : [said, `${' '.repeat(23)}→ ${translate(finding.fix, locale)}`];
}

function summary(findings: readonly Finding[], locale: Locale): string {
  const problems = findings.filter(isProblem).length;
  const warnings = findings.filter(({ level }) => level === 'warning').length;
  return translate(
    { zh: `${problems} 个问题，${warnings} 个警告`, en: `Problems: ${problems}, warnings: ${warnings}` },
    locale,
  );
}

/** The findings for programs. */
export function reportJson({ link, findings }: Checked, locale: Locale): string {
  const plain = findings.map((finding) => ({
    check: finding.check,
    level: finding.level,
    message: translate(finding.says, locale),
    ...(finding.level !== 'ok' && { fix: translate(finding.fix, locale) }),
  }));
  return JSON.stringify({ ok: !findings.some(isProblem), link, findings: plain }, null, 2);
}
