import type { Language } from '#shared/terms/language.ts';

const en = {
  title: 'Stories',
  help: 'Show a story only when it names no one who has not agreed, hurts no one, and tells no illness. The family has approved these very words.',
  spoken: 'Told by phone',
  spokenHelp:
    'Listen, and write down what the family says, in its own words: at most 200 letters, no names of others, no illness. The family reads and hears them, and decides.',
  writeDown: 'Its words',
  sendToFamily: 'Send to the family',
  photos: 'Photographs',
  photosHelp:
    'The family has agreed to this very photograph, shown here as it would be on the page. Show it only when you know that each person in it agrees, no child is in it, and nothing in it names a patient or shows an illness.',
  photoAlt: 'The photograph that the family has sent',
  showPhoto: 'Show the photograph',
  refusePhoto: 'Do not show it',
  takePhotoDown: 'Take the photograph down',
  waiting: 'To be read',
  shown: 'On the page',
  none: 'None.',
  words: 'Words',
  from: 'From',
  name: 'Name',
  noName: 'without a name',
  decide: 'Decision',
  show: 'Show it',
  refuse: 'Do not show it',
  takeDown: 'Take it down',
};
type StoryWords = typeof en;

const hi: StoryWords = {
  title: 'कहानियाँ',
  help: 'कहानी तभी दिखाएँ जब उसमें किसी ऐसे का नाम न हो जिसने हाँ नहीं कहा, किसी को दुख न हो, और कोई बीमारी न बताई गई हो। परिवार ने यही शब्द मंजूर किए हैं।',
  spoken: 'फोन पर बताई गई',
  spokenHelp:
    'सुनें और परिवार की बात उसी के शब्दों में लिखें: ज्यादा से ज्यादा 200 अक्षर, किसी और का नाम नहीं, बीमारी नहीं। परिवार पढ़कर और सुनकर तय करेगा।',
  writeDown: 'उनके शब्द',
  sendToFamily: 'परिवार को भेजें',
  photos: 'फोटो',
  photosHelp:
    'परिवार ने यही फोटो मंजूर की है; पेज पर ऐसी ही दिखेगी। तभी दिखाएँ जब उसमें दिखने वाले सब राजी हों, कोई बच्चा न हो, और मरीज का नाम या बीमारी न दिखे।',
  photoAlt: 'परिवार की भेजी हुई फोटो',
  showPhoto: 'फोटो दिखाएँ',
  refusePhoto: 'फोटो न दिखाएँ',
  takePhotoDown: 'फोटो हटाएँ',
  waiting: 'पढ़नी हैं',
  shown: 'पेज पर हैं',
  none: 'कोई नहीं।',
  words: 'शब्द',
  from: 'कहाँ से',
  name: 'नाम',
  noName: 'बिना नाम',
  decide: 'फैसला',
  show: 'दिखाएँ',
  refuse: 'न दिखाएँ',
  takeDown: 'हटाएँ',
};

const hiLatn: StoryWords = {
  title: 'Kahaniyan',
  help: 'Kahani tabhi dikhayein jab usmein kisi aise ka naam na ho jisne haan nahin kaha, kisi ko dukh na ho, aur koi bimari na batayi gayi ho. Parivaar ne yahi shabd manzoor kiye hain.',
  spoken: 'Phone par batayi gayi',
  spokenHelp:
    'Sunein aur parivaar ki baat usi ke shabdon mein likhein: zyada se zyada 200 akshar, kisi aur ka naam nahin, bimari nahin. Parivaar padhkar aur sunkar tay karega.',
  writeDown: 'Unke shabd',
  sendToFamily: 'Parivaar ko bhejein',
  photos: 'Photo',
  photosHelp:
    'Parivaar ne yahi photo manzoor ki hai; page par aisi hi dikhegi. Tabhi dikhayein jab usmein dikhne wale sab raazi hon, koi bachcha na ho, aur mareez ka naam ya bimari na dikhe.',
  photoAlt: 'Parivaar ki bheji hui photo',
  showPhoto: 'Photo dikhayein',
  refusePhoto: 'Photo na dikhayein',
  takePhotoDown: 'Photo hatayein',
  waiting: 'Padhni hain',
  shown: 'Page par hain',
  none: 'Koi nahin.',
  words: 'Shabd',
  from: 'Kahan se',
  name: 'Naam',
  noName: 'bina naam',
  decide: 'Faisla',
  show: 'Dikhayein',
  refuse: 'Na dikhayein',
  takeDown: 'Hatayein',
};

/** The words of the console about stories. */
export const storyWords: Record<Language, StoryWords> = { en, hi, 'hi-Latn': hiLatn };
