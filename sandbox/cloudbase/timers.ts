import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../isRecord';
import { wrongCron } from './cron';

export interface Timer {
  readonly name: string;
  /** Seven fields. */
  readonly cron: string;
}

/** The event of a timer, as functions in the field have seen it. */
export interface TimerEvent {
  readonly Type: 'Timer';
  readonly TriggerName: string;
  /** UTC, seconds. */
  readonly Time: string;
  readonly Message: string;
}

/** The function has no timer that could be deployed. */
export class TimerRefused extends Error {
  override readonly name = 'TimerRefused';
}

function configOf(dir: string): unknown {
  const file = join(dir, 'config.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new TimerRefused('there is no config.json, or it is not JSON');
  }
}

/**
 * The timer in a function's config.json; the platform takes one.
 * @throws {TimerRefused} for what the platform would not deploy
 */
export function timerOf(dir: string): Timer {
  const config = configOf(dir);
  const triggers: unknown = isRecord(config) ? config.triggers : undefined;
  if (!Array.isArray(triggers) || triggers.length === 0) throw new TimerRefused('config.json has no triggers');
  if (triggers.length > 1) throw new TimerRefused('config.json has more than one trigger');
  const [trigger]: unknown[] = triggers;
  if (!isRecord(trigger) || trigger.type !== 'timer') throw new TimerRefused('the trigger is no timer');
  const { name, config: cron } = trigger;
  if (typeof name !== 'string' || !/^[A-Za-z][\w-]{0,59}$/.test(name)) {
    throw new TimerRefused('the name of the trigger must begin with a letter and have 60 characters at most');
  }
  const wrong = typeof cron === 'string' ? wrongCron(cron) : 'no cron expression';
  if (typeof cron !== 'string' || wrong !== undefined) throw new TimerRefused(`cron: ${wrong}`);
  return { name, cron };
}

/** @param now epoch ms */
export function timerEvent({ name }: Timer, now: number): TimerEvent {
  const time = new Date(now).toISOString().replace(/\.\d{3}/, '');
  return { Type: 'Timer', TriggerName: name, Time: time, Message: '' };
}
