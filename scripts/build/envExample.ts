import schema from '../../schemas/config.json';
import { type Variable, variables } from '../../shared/generated/config';

/** A `.env` to fill in: every variable of the functions, switched off, with what it is for in both languages. */
export function envExample(): string {
  const blocks = (variables as readonly Variable[]).map(({ name, links, default: standard }) => {
    const { zh = '', en = '', example = '' } = schema.variables.find((row) => row.name === name) ?? {};
    const value = standard ?? example.replaceAll('\n', '\\n');
    return [`# ${zh}。`, `# ${en}.`, `# (${links.join(', ')})`, `# ${name}=${quoted(value)}`].join('\n');
  });
  return `${HEAD}\n\n${blocks.join('\n\n')}\n`;
}

const HEAD = `# 复制为 .env，去掉要用的变量前的 #。保存为 UTF-8。PEM 文件也可以放进 credentials/ 文件夹，不必写在这里。
# Copy this to .env and take the # away where you set a variable. Save it as UTF-8. PEM files may lie in the folder
# credentials/ instead of standing here.`;

function quoted(value: string): string {
  return /[\s#"']|\\n/.test(value) ? `"${value}"` : value;
}
