export { type KeyMode, type MerchantSetup, merchantSetup, notificationKeys, type SetupOptions } from './merchantSetup';
export { openConsole } from './openConsole';
export { type Balance, type Funds, sum } from './scenario/balance';
export { type Chapter, type Ending, type Fields, type Presenter, StoryBroken } from './scenario/chapters';
export { playOrder } from './scenario/playOrder';
export type { Called, Stage } from './scenario/stage';
