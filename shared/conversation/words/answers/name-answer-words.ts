import { vocabulary } from '../../text/vocabulary.ts';

/** What stands around the name in the answer to "who is it?": "main uski maa Sunita Devi", "me only, Deepa his friend". */
export const nameAnswerWords = {
  /** Who the person is to the patient, and the writer's own self. Only beside one of these the rest is the name. */
  person: vocabulary({
    en: `i, me, my, myself, his, her, friend, brother, sister, son, daughter, husband, wife, mother, father, nurse,
      uncle, aunt, aunty, neighbour, cousin, nephew, niece, duty nurse`,
    hi: `मैं, मै, मेरा, मेरी, मेरे, उसका, उसकी, उसके, उनका, उनकी, उनके, इसका, इसकी, मां, माँ, माता, पिता, पापा, मम्मी,
      बेटा, बेटी, भाई, बहन, पति, पत्नी, दादी, दादा, नानी, नाना, चाचा, चाची, मामा, मामी, दोस्त, जीजा, साला, भाभी, देवर, बहू, दामाद, पड़ोसी`,
    'hi-Latn': `main, mai, mera, meri, mere, uska, uski, uske, unka, unki, unke, iska, iski, maa, papa, mummy, beta, beti,
      bhai, bhaiya, behan, bahan, behen, pati, patni, dadi, dada, nani, nana, chacha, chachi, mama, mami, dost, jija,
      jijaji, sala, bhabhi, devar, bahu, damad, padosi`,
  }),
  /** Words that belong to no name beside them. */
  filler: vocabulary({
    en: `is, am, the, only, with, patient, name, here, here with, of, a, an, in, at, on, duty, and, it, s, m`,
    hi: `हूं, हूँ, हैं, है, ही, ना, न, साथ, में, मे, रहूंगा, रहूँगा, रहूंगी, रहूँगी, का, की, के, को, नाम, मरीज, यहां, यहाँ, अस्पताल में, वही, हम, जी`,
    'hi-Latn': `hu, hun, hoon, hoo, hai, hain, h, hi, na, saath, sath, me, mein, mai hu, rahunga, rahungi, rahega, ka, ki, ke,
      ko, naam, nam, mareez, mariz, yahan, yaha, wahi, hum, ji`,
  }),
};
