type Attributes = Record<string, string>;

const attributesOf = (written: string): Attributes =>
  Object.fromEntries(
    [...written.matchAll(/([A-Za-z]+)="([^"]*)"/g)].map(([, k = '', v = '']) => [k, v]),
  );

const write = (name: string, attributes: Attributes, isEmpty: boolean): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<${name}${written.join('')}${isEmpty ? '/' : ''}>`;
};

/** Throws for an attribute that Plivo's documentation does not have (docs/facts.md#carriers). */
const known: Record<string, readonly string[]> = {
  Response: [],
  Speak: ['voice', 'language', 'loop'],
  Play: ['loop'],
  GetInput: [
    ...['action', 'method', 'inputType', 'executionTimeout', 'digitEndTimeout', 'finishOnKey'],
    ...['numDigits', 'redirect', 'log'],
  ],
  GetDigits: ['action', 'method', 'numDigits', 'timeout', 'retries', 'redirect', 'log'],
  Record: [
    ...['action', 'method', 'maxLength', 'timeout', 'playBeep', 'finishOnKey', 'redirect'],
    ...['callbackUrl'],
  ],
  Dial: [
    ...['action', 'method', 'callerId', 'timeout', 'timeLimit', 'confirmSound', 'confirmKey'],
    ...['confirmTimeout', 'redirect'],
  ],
  Number: [],
  Redirect: ['method'],
  Hangup: ['reason', 'schedule'],
};

/** Plivo's XML as the simulated carrier plays it. `legKey`: where a rung phone's key goes. */
export const toTwiml = (xml: string, legKey?: string): string => {
  let sound = '';
  const body = xml
    .replace(/^<\?xml[^>]*\?>/, '')
    .replace(
      /<(\/?)([A-Za-z]+)((?:\s[^>]*?)?)(\/?)>/g,
      (_, end: string, name: string, written: string, empty: string) => {
        const a = attributesOf(written);
        for (const key of Object.keys(a))
          if (!known[name]?.includes(key)) throw new Error(`Plivo’s ${name} has no ${key}`);
        const isEmpty = empty === '/';
        if (name === 'Dial' && end === '') sound = a['confirmSound'] ?? '';
        const [verb, mapped] = translate(name, a, sound);
        return end === '/' ? `</${verb}>` : write(verb, mapped, isEmpty);
      },
    )
    .replace(/(<Number[^>]*>)(\d+)/g, '$1+$2');
  if (legKey === undefined) return body;
  const said = body.replace(/<\/?Response\/?>/g, '');
  const gather = write(
    'Gather',
    { input: 'dtmf', numDigits: '1', action: legKey, timeout: '7', finishOnKey: '' },
    false,
  );
  return `<Response>${gather}${said}</Gather><Hangup/></Response>`;
};

const translate = (name: string, a: Attributes, sound: string): [string, Attributes] => {
  const { action = '', numDigits = '1', timeout = '5', maxLength = '60', finishOnKey = '#' } = a;
  const to = { action, method: 'POST' };
  switch (name) {
    case 'Speak':
      return ['Say', { voice: a['voice'] ?? '', language: a['language'] ?? '' }];
    case 'GetInput':
      return [
        'Gather',
        {
          ...to,
          input: 'dtmf',
          numDigits,
          timeout: a['executionTimeout'] ?? '15',
          finishOnKey: finishOnKey === 'none' ? '' : finishOnKey,
        },
      ];
    case 'GetDigits':
      return ['Gather', { ...to, input: 'dtmf', numDigits, timeout }];
    case 'Record':
      return ['Record', { ...to, maxLength, timeout, finishOnKey, playBeep: 'true' }];
    case 'Dial':
      return [
        'Dial',
        {
          ...to,
          callerId: `+${a['callerId']}`,
          timeout,
          timeLimit: a['timeLimit'] ?? '14400',
          answerOnBridge: 'true',
        },
      ];
    case 'Number':
      return ['Number', { url: sound, method: 'POST' }];
    case 'Hangup':
      return a['reason'] ? ['Reject', { reason: 'busy' }] : ['Hangup', {}];
    default:
      return [name, a];
  }
};
