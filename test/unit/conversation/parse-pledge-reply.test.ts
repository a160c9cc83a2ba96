import { describe, expect, test } from 'vitest';
import { parsePledgeReply } from '#shared/conversation/replies/parse-pledge-reply.ts';
import { parseSmallTalk } from '#shared/conversation/replies/small-talk.ts';

const each = (texts: string): string[] => texts.split('|').map((text) => text.trim());

describe('a reply of a donor with a pledge', () => {
  test.each(
    each(
      "cannot come | can't come sorry | I won't be able to come | not able to come, I have fever | nahi aa paunga maaf karna | main aa nahi paunga | nhi aa pa rha hu sir | khoon nahi de paunga sorry | nahi aa raha kyunki kaam hai | main bimar hu | meri tabiyat kharab hai | मैं नहीं आ पा रहा हूँ माफ कीजिए | मुझे बुखार हो गया है",
    ),
  )('reads "%s" as cannot come', (text) => expect(parsePledgeReply(text)).toBe('cannot-come'));

  test.each(
    each(
      'I have donated | yes I gave blood just now | haan de diya | maine abhi khoon de diya hai | de diya 1 unit | मैंने खून दे दिया | रक्तदान कर दिया जी',
    ),
  )('reads "%s" as given', (text) => expect(parsePledgeReply(text)).toBe('given'));

  test.each(
    each(
      'reached | I have reached the hospital | main SRN pahunch gaya hu | hospital ke gate par pahunch gaya | मैं अस्पताल पहुँच गया हूँ',
    ),
  )('reads "%s" as arrived', (text) =>
    expect(parsePledgeReply(text, 'SRN Hospital')).toBe('arrived'),
  );

  test.each(
    each(
      "nahi. aa raha hu | nahi, main aa raha hu | nahi - aa raha hu | can't come? | kya nahi aa sakta | agar nahi aa paunga to | mera bhai nahi aa paunga | phone nahi aa raha | kal nahi aa paunga | abhi nahi aa raha | mujhe bukhar nahi hai | patient ko bukhar hai | kaam aa gaya | bukhar utar gaya | kal de diya tha | form de diya | nahi diya | donor pahunch gaya | nahi pahuncha | pahunch gaya? | reached and gave | late ho jaunga | hello | \u{1f44d}",
    ),
  )('leaves "%s" unclear', (text) =>
    expect(parsePledgeReply(text, 'SRN Hospital')).toBeUndefined(),
  );
});

describe('a death', () => {
  test.each(
    each('patient died | Papa is no more. Thank you | mareez ki death ho gayi | मरीज नहीं रहे'),
  )('is read in "%s"', (text) => expect(parseSmallTalk(text)).toBe('death'));
  test.each(
    each('death ho jayegi jaldi karo | my phone died | aa nahi raha | no more messages please'),
  )('is not read in "%s"', (text) => expect(parseSmallTalk(text)).not.toBe('death'));
});
