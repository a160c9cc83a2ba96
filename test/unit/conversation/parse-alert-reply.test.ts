import { describe, expect, test } from 'vitest';
import { parseAlertReply } from '#shared/conversation/replies/parse-alert-reply.ts';
import { parsePledgeReply } from '#shared/conversation/replies/parse-pledge-reply.ts';

const each = (texts: string): string[] => texts.split('|').map((text) => text.trim());

describe('a reply in words to an alert', () => {
  test.each(
    each(
      'on my way | yes sure | haan aa raha hu 💪 | sure, coming | of course I will come | yes i am ready sir | haan ji bilkul | haan bhai aa rha hu | zaroor aaunga | nikal raha hu abhi | I can donate | i will be there | yes, leaving now | haan de dunga khoon | no problem, coming | हाँ आ रहा हूँ | जी बिल्कुल आऊंगा | मैं तैयार हूं | raste me hu | count me in',
    ),
  )('"%s" is a yes', (text) => expect(parseAlertReply(text)).toBe('yes'));

  test.each(
    each(
      'not possible today | main bahar hu shahar se | nahi ho payega | sorry, out of station | aaj possible nahi hai | I am out of town | not available today | main city se bahar hu sir | I cannot come today, sorry | busy hu bhai | on duty sir | नहीं हो पाएगा | मैं शहर से बाहर हूं | आज नहीं | abhi shahar se bahar hu | nahi aa paunga | i have fever | gaon aaya hu nahi ho payega',
    ),
  )('"%s" is a no', (text) => expect(parseAlertReply(text)).toBe('no'));

  test.each(
    each(
      'kal aa sakta hu | I will come if my friend comes | maybe I can come | shayad aa jaunga | I will try | koshish karunga | my brother is coming | mera bhai aa raha hai | aaj nahi kal aaunga | nahi, aa raha hu | not sure | haan boliye | yes? | who are you | can I come at night? | kya aana hai | I am ready but need transport | busy hu par aa jaunga | phone nahi aa raha | koi aur aa raha hai | dekh kar batata hu | cannot say now | agar nahi ho payega to | शायद आ जाऊंगा | मेरा भाई आ रहा है | कल आऊंगा | bhej raha hu apne dost ko | make sure it is genuine | haan aa raha hu 🤔 | yes sure 🤷 | not busy, what is it | hello | ok',
    ),
  )('"%s" stays unclear', (text) => expect(parseAlertReply(text)).toBeUndefined());
});

describe('the no of a donor who has agreed', () => {
  test.each(
    each(
      'cannot come now | can not come now sorry | nahi ho payega ab | main shahar se bahar hu, nahi aa paunga | not possible now, emergency at home | अब नहीं हो पाएगा',
    ),
  )('"%s" takes the yes back', (text) => expect(parsePledgeReply(text)).toBe('cannot-come'));
  test.each(each('busy hu | on duty | kal nahi aa paunga | nahi aa paunga?'))(
    '"%s" stays unclear',
    (text) => expect(parsePledgeReply(text)).toBeUndefined(),
  );
});
