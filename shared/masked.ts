/** `oUpF8uMuAJO_M2pxb1Q9zNjWeS6o` → `oUp****eS6o` */
export function masked(account: string): string {
  return account.length <= 7 ? '****' : `${account.slice(0, 3)}****${account.slice(-4)}`;
}

/** `张三丰` → `张**` */
export function maskedName(name: string): string {
  const [first = '', ...rest] = name;
  return rest.length === 0 ? '*' : first + '*'.repeat(Math.min(rest.length, 2));
}
