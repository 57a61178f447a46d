export { openConsole } from './openConsole';
