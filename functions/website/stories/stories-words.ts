import type { Language } from '#shared/terms/language.ts';

const en = {
  title: 'How it went',
  lead: 'Families tell of the day on which they needed blood, in their own words. Each agreed to it, and can take it down.',
  none: 'No family has told yet. When one does, it is shown here.',
  from: (town: string, day: string) => `${town}, ${day}`,
  photo: 'A photograph that the family has sent with its story',
  share: 'Share on WhatsApp',
  shared: (story: string, group: string, address: string) =>
    `"${story}" A family of ${group} tells this. Give blood, or ask for it, free: ${address}`,
  tellTitle: 'Do you want to tell?',
  tell: (number: string) =>
    `If blood was given for your patient through us, text STORY to ${number}. Nothing is shown before you have read and agreed to it. UNTELL takes it down at once.`,
  give: 'Give blood',
};
export type StoriesWords = typeof en;

const hi: StoriesWords = {
  title: 'कैसा रहा',
  lead: 'जिस दिन खून चाहिए था, उस दिन की बात परिवार अपने शब्दों में बताते हैं। हर परिवार ने हाँ कहा है, और कभी भी हटवा सकता है।',
  none: 'अभी किसी परिवार ने नहीं बताया। बताने पर यहीं दिखेगा।',
  from: (town, day) => `${town}, ${day}`,
  photo: 'परिवार की भेजी हुई फोटो',
  share: 'WhatsApp पर भेजें',
  shared: (story, group, address) =>
    `"${story}" यह ${group} के एक परिवार ने बताया। खून दें, या मुफ्त में मांगें: ${address}`,
  tellTitle: 'आप बताना चाहते हैं?',
  tell: (number) =>
    `हमारे जरिए आपके मरीज को खून मिला हो तो ${number} पर STORY भेजें। आपके पढ़ने और हाँ कहने से पहले कुछ नहीं दिखता। UNTELL भेजने पर तुरंत हट जाता है।`,
  give: 'खून दें',
};

const hiLatn: StoriesWords = {
  title: 'Kaisa raha',
  lead: 'Jis din khoon chahiye tha, us din ki baat parivaar apne shabdon mein batate hain. Har parivaar ne haan kaha hai, aur kabhi bhi hatwa sakta hai.',
  none: 'Abhi kisi parivaar ne nahin bataya. Batane par yahin dikhega.',
  from: (town, day) => `${town}, ${day}`,
  photo: 'Parivaar ki bheji hui photo',
  share: 'WhatsApp par bhejein',
  shared: (story, group, address) =>
    `"${story}" Yeh ${group} ke ek parivaar ne bataya. Khoon dein, ya muft mein maangein: ${address}`,
  tellTitle: 'Aap batana chahte hain?',
  tell: (number) =>
    `Hamare zariye aapke mareez ko khoon mila ho to ${number} par STORY bhejein. Aapke padhne aur haan kehne se pehle kuchh nahin dikhta. UNTELL bhejne par turant hat jata hai.`,
  give: 'Khoon dein',
};

/** The words of the page of stories. */
export const storiesWords: Record<Language, StoriesWords> = { en, hi, 'hi-Latn': hiLatn };
