import { describe, expect, test } from 'vitest';
import { parseVerdict } from '#shared/conversation/replies/parse-verdict.ts';

const each = (texts: string): string[] => texts.split('|').map((text) => text.trim());

describe('a verdict in words', () => {
  test.each(
    each(
      'confirmed | genuine | real case | haan sahi hai | genuine case sir | Confirmed with hospital, genuine | no doubt, real case | haan ji asli hai parcha dekha | bilkul sahi h | baat ho gayi, sahi hai | confirm kar liya maine | हाँ सही है | बात हो गई, सब सही | केस सही है जी',
    ),
  )('"%s" finds the need real', (text) => expect(parseVerdict(text)).toBe('genuine'));

  test.each(
    each(
      "does not pick up | did not pick up | number band hai | switched off | phone switched off aa raha hai | not reachable | nobody picked the call | call nahi lag raha | phone nahi utha rahe hain | utha nahi rahe | 2 baar call kiya nahi uthaya | ringing but no answer | number busy aa raha hai baad me try karunga | नंबर बंद है | फोन नहीं उठा रहे | मोबाइल स्विच ऑफ है | couldn't reach them, phone off",
    ),
  )('"%s" says that the family was not reached', (text) =>
    expect(parseVerdict(text)).toBe('not-reached'),
  );

  test.each(
    each(
      'call later | will call in 10 min | baad me karta hu | thodi der me call karta hu | i am busy, will check | मीटिंग में हूं | थोड़ी देर में फोन करता हूं',
    ),
  )('"%s" puts the call off', (text) => expect(parseVerdict(text)).toBe('later'));

  test.each(
    each(
      'genuine 🤔 | confirmed ❌ | fake | fake hai ye | sahi nahi hai | not genuine | genuine nahi lag raha | is it genuine? | kya sahi hai | genuine hai kya | confirm karo | please get it confirmed | not confirmed yet | will confirm, looks genuine | shayad sahi hai | family says it is genuine | bol rahe hain sahi hai | number sahi hai | naam sahi hai | genuine but only 1 unit | sahi hai lekin khoon mil gaya | agar parcha hai to sahi hai | phone band tha ab baat ho gayi sahi hai | my phone was switched off | mera phone band tha | फर्जी है | सही नहीं है | क्या सही है | शायद सही है | donor confirmed | koi mareez nahi mila',
    ),
  )('"%s" decides nothing, and the hotline asks', (text) =>
    expect(parseVerdict(text)).toBe('unclear'),
  );

  test.each(each('hello | ok thanks | aa raha hu | B+ chahiye | kaun hai | thank you sir | 1'))(
    '"%s" says nothing of a verdict',
    (text) => expect(parseVerdict(text)).toBeUndefined(),
  );
});
