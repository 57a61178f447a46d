import { BadInput, readInput } from '../../control/readInput';
import { noticeFlaws } from '../notices/notice';
import type { NoticeFault } from '../notices/noticeFaults';

const spec = {
  kind: ['duplicate', 'delay', 'reorder', 'drop', 'lostAnswer', 'forge'],
  about: ['share', 'return'],
  times: 'integer',
  copies: 'integer',
  ms: 'integer',
  flaw: noticeFlaws,
} as const;

/** Reads a fault of notifications. @throws BadInput */
export function readNoticeFault(body: unknown): NoticeFault {
  const { kind, copies, ms, flaw, ...aim } = readInput(body, spec);
  if (aim.times === 0) throw new BadInput('times', 'at least 1');
  switch (kind) {
    case undefined:
      throw new BadInput('kind', 'needed');
    case 'duplicate':
      return { kind, ...(copies !== undefined && { copies }), ...aim };
    case 'delay':
      if (ms === undefined) throw new BadInput('ms', 'needed for this kind of fault');
      return { kind, ms, ...aim };
    case 'forge':
      if (flaw === undefined) throw new BadInput('flaw', 'needed for this kind of fault');
      return { kind, flaw, ...aim };
    default:
      return { kind, ...aim };
  }
}
