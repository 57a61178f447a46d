/** One input of a form; shown for some kinds of fault only, or always. */
export interface FaultField {
  readonly name: string;
  /** `function`: one of the functions that were found; `choice` offers its options. */
  readonly input: 'choice' | 'function' | 'number' | 'text';
  readonly options?: readonly string[];
  readonly isNeeded: boolean;
  readonly kinds?: readonly string[];
  readonly initial: string;
}

/** What can be made to go wrong in one place, and the route of the control API that does it. */
export interface FaultForm {
  readonly name: 'pay' | 'database' | 'notices' | 'crashes';
  readonly path: string;
  readonly fields: readonly FaultField[];
}

const choice = (name: string, options: readonly string[], kinds?: readonly string[]): FaultField => ({
  name,
  input: 'choice',
  options,
  isNeeded: true,
  ...(kinds && { kinds }),
  initial: options[0] ?? '',
});

const times: FaultField = { name: 'times', input: 'number', isNeeded: true, initial: '1' };
const delay = (kinds: readonly string[]): FaultField => {
  return { name: 'delayMs', input: 'number', isNeeded: true, kinds, initial: '2000' };
};

/** The forms of the page; what they may say is what the control API reads. */
export const faultForms: readonly FaultForm[] = [
  {
    name: 'pay',
    path: 'faults',
    fields: [
      choice('kind', [
        'silence',
        'code',
        'envelope',
        'slow',
        'broken',
        'status',
        'platform',
        'signature',
        'otherAnswer',
      ]),
      { name: 'api', input: 'function', isNeeded: false, initial: '' },
      choice('effect', ['after', 'before'], ['silence', 'code', 'envelope', 'broken', 'status', 'platform']),
      { name: 'code', input: 'text', isNeeded: true, kinds: ['code', 'platform'], initial: 'SYSTEMERROR' },
      { name: 'message', input: 'text', isNeeded: true, kinds: ['envelope'], initial: '签名失败' },
      delay(['slow']),
      choice('connection', ['whole', 'cut'], ['broken']),
      { name: 'status', input: 'number', isNeeded: true, kinds: ['status'], initial: '502' },
      choice('flaw', ['wrong', 'missing', 'md5', 'unknownSerial', 'stale', 'altered'], ['signature']),
      times,
    ],
  },
  {
    name: 'crashes',
    path: 'crashes',
    fields: [
      { name: 'function', input: 'function', isNeeded: true, initial: 'multiProfitSharing' },
      choice('on', ['pay', 'database']),
      choice('moment', ['after', 'before']),
      { name: 'nth', input: 'number', isNeeded: true, initial: '1' },
      times,
    ],
  },
  {
    name: 'database',
    path: 'database/faults',
    fields: [
      choice('kind', ['outage', 'conflict', 'busy', 'slow']),
      choice('effect', ['before', 'after'], ['outage']),
      delay(['slow']),
      times,
    ],
  },
  {
    name: 'notices',
    path: 'notifications/faults',
    fields: [
      choice('kind', ['duplicate', 'delay', 'reorder', 'drop', 'lostAnswer', 'forge']),
      { name: 'copies', input: 'number', isNeeded: true, kinds: ['duplicate'], initial: '1' },
      { name: 'ms', input: 'number', isNeeded: true, kinds: ['delay'], initial: '60000' },
      choice('flaw', ['altered', 'wrong', 'missing', 'unknownSerial', 'stale', 'tag', 'probe'], ['forge']),
      times,
    ],
  },
];
