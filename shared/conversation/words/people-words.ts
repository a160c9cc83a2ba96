import { vocabulary } from '../text/vocabulary.ts';

/** Titles before a name, left out of it. */
export const titleWords = vocabulary({
  en: 'mr, mrs, ms, miss, master, baby, baby of, late, dr, b/o, baby of mrs, the',
  hi: 'श्री, श्रीमती, कुमारी, डॉ, सुश्री',
  'hi-Latn': 'smt, shri, sri, shree, km, kumari, shrimati',
});

/** Words around the name of a patient, an attendant or the sender. */
export const peopleWords = {
  /** Names written with a point: "Md. Irfan". */
  shortName: vocabulary({ en: 'md, mohd, mo, kr, km, sk, st', hi: 'मो, मोहम्मद', 'hi-Latn': '' }),
  /** Before the name, in the answer to "what is the name?". */
  nameIntroduction: vocabulary({
    en: 'my name is, name is, name, i am, im, myself, patient, pt, patient name, attendant',
    hi: 'मेरा नाम, नाम, मैं, मरीज, मरीज का नाम, मरीज़ का नाम',
    'hi-Latn': `naam, nam, mera naam, mera nam, mera naam hai, main, mai, me, patient ka naam, mareez,
      mareez ka naam`,
  }),
  /** Between the introduction and the name. */
  afterIntroduction: vocabulary({ en: 'is', hi: '', 'hi-Latn': 'h, hai, ka, naam' }),
  patient: vocabulary({
    en: `patient, patients, patinet, pateint, patiant, peshent, paitent, pashent, pt, ptn,
      patient name, patients name, patient s name, pt name, pt s name, name of patient,
      name of the patient, cancer patient, dengue patient, baby of, b/o`,
    hi: `मरीज, मरीज़, मरिज, रोगी, पेशेंट, पेशेन्ट, पेसेंट, मरीज का नाम, मरीज़ का नाम, रोगी का नाम,
      पेशेंट का नाम, मरीज नाम, पेशेंट नाम, बेबी ऑफ, बेबी आफ`,
    'hi-Latn': `mareez, mariz, marij, mareej, mreej, marez, rogi, patient nam, patient ka naam,
      patient ka nam, patient ka name, patient k naam, patient naam, pt ka naam, pt ka nam,
      mareez ka naam, mareez ka nam, mariz ka naam, mariz ka nam, marij ka naam, marij ka nam,
      mareez naam, rogi ka naam`,
  }),
  attendant: vocabulary({
    en: `attendant, attender, attendent, attendnt, atendent, atendant, attandant, attendant name,
      attendent name, contact person, contact name, contact person name, caretaker, care taker`,
    hi: `परिजन, अटेंडेंट, अटेंडेन्ट, अटेन्डेन्ट, परिजन का नाम, अटेंडेंट का नाम, संपर्क व्यक्ति`,
    'hi-Latn':
      'attendant ka naam, attendant ka nam, parijan, parijan ka naam, parichit, saath mein, saath me, sath me',
  }),
  /** A name after these counts only beside a telephone number. */
  contact: vocabulary({
    en: `contact, contct, cont, call, phone, mob, mobile, contact no, contact number, contact me`,
    hi: 'संपर्क, सम्पर्क, संपर्क करें, कॉल, फोन, मोबाइल',
    'hi-Latn': 'sampark, sampark kare, sampark karen',
  }),
  /** Directly before a name, and before nothing else. */
  plainLabel: vocabulary({
    en: 'attendant, attendent, patient',
    hi: 'अटेंडेंट, अटेंडेन्ट, परिजन, मरीज, मरीज़, रोगी',
    'hi-Latn': 'mareez, mariz, parijan',
  }),
  /** Between a label and the name. */
  linking: vocabulary({
    en: 'is, name, no, number, to',
    hi: 'है, नाम, का नाम',
    'hi-Latn': 'hai, h, naam, nam, ka naam, kare, karen',
  }),
  possessive: vocabulary({
    en: 'my, our',
    hi: 'मेरे, मेरी, मेरा, हमारे, हमारी, हमारा',
    'hi-Latn': 'mere, meri, mera, hamare, hamari, hamara, apne, apni',
  }),
  relation: vocabulary({
    en: `mother, father, brother, sister, son, daughter, wife, husband, uncle, aunt, aunty, friend,
      frnd, cousin, nephew, niece, grandfather, grandmother, grandma, mom, dad, relative, brother in law, sister in law,
      colleague, neighbour, child, baby`,
    hi: `मां, माँ, माता, माताजी, पिता, पिताजी, पापा, मम्मी, भाई, बहन, भाभी, बेटा, बेटी, बेटे, पति,
      पत्नी, चाचा, चाची, मामा, मामी, दादा, दादी, नाना, नानी, बुआ, मौसी, दोस्त, पड़ोसी, भतीजा,
      भतीजे, भतीजी, भांजा, भांजे, भांजी, जीजा, साला, सास, ससुर, बहू, दामाद, बच्चा, बच्चे, बच्ची,
      लड़का, लड़के, लड़की, देवर, ननद, ताऊ, ताई, फूफा, मौसा, पोता, पोती, नाती, समधी`,
    'hi-Latn': `maa, mata, mataji, papa, pita, pitaji, mummy, bhai, behen, bahan, bhabhi, beta, beti,
      bete, pati, patni, chacha, chachi, mama, mami, dada, dadi, nana, nani, bua, mausi, mausa,
      dost, padosi, bhatija, bhatije, bhatiji, bhanja, bhanje, jija, jiju, sala, saas, sasur,
      bahu, damad, bachcha, bachche, bachhe, ladka, ladke, ladki, devar, nanad, tau, tai,
      foofa, phupha, pota, poti, nati, samdhi, saala, jeeja, damaad, sasurji, saasu`,
  }),
  /** Between a relative and the name: "my mother-in-law", "papa ji". */
  honorific: vocabulary({ en: 'in law', hi: 'जी, साहब', 'hi-Latn': 'ji, jee, sahab, saheb' }),
  /** What follows a name in a sentence about a relative. */
  afterName: vocabulary({
    en: 'admit, admitted, who, is, has, aged, age, needs, requires, at, in',
    hi: 'को, के, का, की, है, हैं, भर्ती, ने, से, जी',
    'hi-Latn': 'ko, ke, ka, ki, hai, h, hain, bharti, se, ne, ji, ka accident, wo',
  }),
  /** Before a title: "surgery of Mr. Vinod Mishra". */
  of: vocabulary({ en: 'of, for', hi: 'के, को', 'hi-Latn': '' }),
  /** Titles that show a patient's name. */
  title: vocabulary({
    en: 'mr, mrs, ms',
    hi: 'श्री, श्रीमती, कुमारी',
    'hi-Latn': 'smt, shri, sri, shrimati, km, kumari',
  }),
  /** The sender's own name: "mai raju bol raha hu". */
  introduction: vocabulary({
    en: 'my name is, i am, i m, im, myself, my self, this is',
    hi: 'मेरा नाम, मैं, मै',
    'hi-Latn': 'mera naam, mera nam, main, mai, me',
  }),
  /** Hindi for "in" and English for the sender: "srn me, mai Dinesh". */
  inOrMe: vocabulary({ en: '', hi: '', 'hi-Latn': 'me' }),
  /** After a place: "main Mirzapur se". */
  from: vocabulary({ en: '', hi: 'से', 'hi-Latn': 'se' }),
  nameLabel: vocabulary({ en: 'name, name is', hi: 'नाम, नाव', 'hi-Latn': 'naam, nam, naav' }),
  /** Before "name": it is not the patient's. */
  othersName: vocabulary({
    en: 'my, hospital, attendant, contact, doctor, dr, father, father s, husband, husband s, user, group, full, nick',
    hi: 'मेरा, हमारा, हमार, अस्पताल का, डॉक्टर का, पति का, पिता का, वालिद का, बाप का, पापा का, अब्बू का, वालिद, परिजन का, अटेंडेंट का',
    'hi-Latn': `mera, hamara, hmara, hamar, apna, hospital ka, hosp ka, aspatal ka, doctor ka, dr ka, pati ka, pita ka, walid ka, baap ka, papa ka, abbu ka,
      attendant ka, parijan ka, group ka, contact ka`,
  }),
  /** "se baat karein". */
  speakTo: vocabulary({
    en: '',
    hi: 'से बात, से संपर्क',
    'hi-Latn': 'se baat, se bat, se sampark, se contact, se bt',
  }),
  /** After the name of the sender: "Harpal Singh this side", "Ramesh bol raha hu". */
  speaking: vocabulary({
    en: 'this side, speaking',
    hi: 'बोल रहा हूं, बोल रहा हूँ, बोल रही हूं, बोल रही हूँ, बोल रहा हु',
    'hi-Latn':
      'bol raha hu, bol rha hu, bol raha hun, bol rahi hu, bol rhi hu, bol raha hoon, bol rahi hoon',
  }),
  /** Between a name and what follows: "Hamza bhai". */
  honorificAfter: vocabulary({ en: 'sir', hi: 'भाई, जी, भैया', 'hi-Latn': 'bhai, ji, bhaiya' }),
  /** Before the name of one who asks by office: "sister Reena", "constable Yadav". */
  office: vocabulary({
    en: 'sister, nurse, staff nurse, constable, inspector, si, asi, hc, teacher, ward boy, wardboy, receptionist',
    hi: 'सिस्टर, नर्स, सिपाही, आरक्षी, कांस्टेबल, दरोगा, वार्डबॉय, मास्टर',
    'hi-Latn': 'sipahi, daroga, master, aasha bahu, asha bahu',
  }),
  /** After the sender's name. */
  afterSender: vocabulary({
    en: 'from, calling, speaking, here, son, brother, and, father, husband',
    hi: 'बोल, बात, हूं, हूँ, हु, है, से, और',
    'hi-Latn': 'bol, baat, bat, hu, hoon, hun, hai, h, se, bol raha',
  }),
};
