import { withPackagedFunctions } from '../init/packagedFunctions';
import { speakAs } from '../terminal/invocation';

speakAs('sandbox');
const args = process.argv.slice(2);
if (!args.some((arg) => /^(--functions(=.*)?|--help|-h)$/.test(arg))) {
  process.argv.splice(2, 0, '--functions', withPackagedFunctions());
}
void import('../sandbox');
