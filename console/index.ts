export { type KeyMode, type MerchantSetup, merchantSetup, notificationKeys, type SetupOptions } from './merchantSetup';
export { openConsole } from './openConsole';
