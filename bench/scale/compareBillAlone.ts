import { measureBill } from './compareBill';

const [path = '', sha1 = '', rows] = process.argv.slice(2);

void measureBill(path, sha1, Number(rows)).then((costs) => process.send?.(costs));
