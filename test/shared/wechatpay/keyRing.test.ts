import { createPublicKey } from 'node:crypto';
import type { PlatformCertificate } from '../../../shared/wechatpay/certificates';
import { type FetchCertificates, keyRing } from '../../../shared/wechatpay/keyRing';
import { firstKey, type PlatformKey, publicKey, secondKey } from './keys';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function held({ serial, publicPem }: PlatformKey, expiresAt = 365 * DAY, effectiveAt = 0): PlatformCertificate {
  return { serial, key: createPublicKey(publicPem), effectiveAt, expiresAt };
}

/** A ring on a clock of its own, over a download that counts. */
function ringOf(download: FetchCertificates, own?: PlatformKey) {
  const clock = { now: 1 * DAY };
  const count = { downloads: 0 };
  const ring = keyRing(
    own && { serial: own.serial, key: createPublicKey(own.publicPem) },
    (deadline) => {
      count.downloads += 1;
      return download(deadline);
    },
    () => clock.now,
  );
  return { ring, clock, count };
}

test('downloads once for everyone who asks at the same time', async () => {
  const { ring, count } = ringOf(async () => [held(firstKey)]);
  await Promise.all([ring.ready(0), ring.ready(0), ring.find(firstKey.serial, 0), ring.find('F'.repeat(40), 0)]);
  expect(count.downloads).toBe(1);
  expect(ring.encryptionKey().serial).toBe(firstKey.serial);
});

test('downloads nothing while a public key serves', async () => {
  const { ring, count } = ringOf(async () => [held(firstKey)], publicKey);
  await ring.ready(0);
  expect(await ring.find(publicKey.serial, 0)).toBeDefined();
  expect(await ring.find('PUB_KEY_ID_unknown', 0)).toBeUndefined();
  expect(ring.encryptionKey().serial).toBe(publicKey.serial);
  expect(count.downloads).toBe(0);
});

test('finds a certificate while the merchant changes over to the public key', async () => {
  const { ring } = ringOf(async () => [held(firstKey)], publicKey);
  expect(await ring.find(firstKey.serial, 0)).toBeDefined();
  expect(ring.encryptionKey().serial).toBe(publicKey.serial);
});

test('renews after twelve hours, and hourly during the last day of the last certificate', async () => {
  const { ring, clock, count } = ringOf(async () => [held(firstKey, 3 * DAY)]);
  const downloadsAt = async (hours: number) => {
    clock.now = DAY + hours * HOUR;
    await ring.ready(0);
    return count.downloads;
  };
  expect([await downloadsAt(0), await downloadsAt(11.9), await downloadsAt(12)]).toEqual([1, 1, 2]);
  expect([await downloadsAt(24), await downloadsAt(24.9), await downloadsAt(25)]).toEqual([3, 3, 4]);
});

test('goes on with a valid certificate when a renewal fails, and never with an expired one', async () => {
  let broken = false;
  const { ring, clock, count } = ringOf(async () => {
    if (broken) throw new Error('no network');
    return [held(firstKey, 3 * DAY)];
  });
  await ring.ready(0);
  broken = true;
  clock.now = 2 * DAY;
  await ring.ready(0);
  await ring.ready(0);
  expect(count.downloads).toBe(2);
  expect(ring.encryptionKey().serial).toBe(firstKey.serial);
  clock.now = 3 * DAY;
  await expect(ring.ready(0)).rejects.toThrow('no network');
  expect(await ring.find(firstKey.serial, 0)).toBeUndefined();
});

test('follows a rotation: the new serial costs one download, then both keys are known', async () => {
  let valid = [held(firstKey)];
  const { ring, count } = ringOf(async () => valid);
  await ring.ready(0);
  valid = [held(firstKey), held(secondKey, 366 * DAY, 2)];
  expect(await ring.find(secondKey.serial, 0)).toBeDefined();
  expect(await ring.find(firstKey.serial, 0)).toBeDefined();
  expect(ring.encryptionKey().serial).toBe(secondKey.serial);
  expect(count.downloads).toBe(2);
});

test('encrypts with no certificate before it is effective', async () => {
  const { ring } = ringOf(async () => [held(secondKey, 400 * DAY, 5 * DAY), held(firstKey)]);
  await ring.ready(0);
  expect(ring.encryptionKey().serial).toBe(firstKey.serial);
  expect(await ring.find(secondKey.serial, 0)).toBeDefined();
});

test('does not ask again and again for an unknown serial', async () => {
  const { ring, clock, count } = ringOf(async () => [held(firstKey)]);
  await ring.ready(0);
  for (let i = 0; i < 5; i += 1) expect(await ring.find('F'.repeat(40), 0)).toBeUndefined();
  expect(count.downloads).toBe(2);
  clock.now += 61_000;
  await ring.find('F'.repeat(40), 0);
  expect(count.downloads).toBe(3);
});

test('is not ready on an empty list', async () => {
  const { ring } = ringOf(async () => []);
  await expect(ring.ready(0)).rejects.toThrow();
});
