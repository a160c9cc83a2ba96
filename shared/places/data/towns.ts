/**
 * How people name the districts of Uttar Pradesh and their towns. `pin`: of the district's seat. `called`: a shorter
 * name that people use. `also`: spellings, old names and abbreviations. A district not listed here is found by its own
 * name and placed at the mean of its PINs.
 */
export type Town = {
  pin: string;
  called?: string;
  also: readonly string[];
  /** Its name is also an everyday word ("banda" a fellow, "sambhal" handle it): only beside "zila", "hospital" … */
  everyday?: true;
};

export const towns: Record<string, Town> = {
  // Agra zone
  Agra: { pin: '282001', also: ['agraa', 'आगरा'] },
  Aligarh: { pin: '202001', also: ['aligadh', 'aligar', 'अलीगढ़', 'अलीगढ'] },
  Etah: { pin: '207001', also: ['एटा'] },
  Firozabad: { pin: '283203', also: ['ferozabad', 'phirozabad', 'फिरोजाबाद', 'फ़िरोज़ाबाद'] },
  Hathras: { pin: '204101', also: ['mahamaya nagar', 'हाथरस'] },
  Kasganj: { pin: '207123', also: ['kanshiram nagar', 'kanshi ram nagar', 'कासगंज'] },
  Mainpuri: { pin: '205001', also: ['mainpuree', 'मैनपुरी'] },
  Mathura: { pin: '281001', also: ['vrindavan', 'vrindaban', 'मथुरा', 'वृंदावन', 'वृन्दावन'] },
  // Bareilly zone
  Amroha: { pin: '244221', also: ['jyotiba phule nagar', 'jp nagar', 'अमरोहा'] },
  Bareilly: { pin: '243001', also: ['bareli', 'bareily', 'bareillly', 'bly', 'बरेली'] },
  Bijnor: { pin: '246701', also: ['bijnaur', 'bijnour', 'बिजनौर'] },
  Budaun: { pin: '243601', also: ['badaun', 'badaiyun', 'badayun', 'बदायूं', 'बदायूँ'] },
  Moradabad: { pin: '244001', also: ['muradabad', 'mbd', 'मुरादाबाद'] },
  Pilibhit: { pin: '262001', also: ['pilibheet', 'पीलीभीत'] },
  Rampur: { pin: '244901', also: ['रामपुर'] },
  Sambhal: {
    pin: '244302',
    also: ['bhimnagar', 'chandausi', 'संभल', 'सम्भल', 'चंदौसी'],
    everyday: true,
  },
  Shahjahanpur: { pin: '242001', also: ['shahjhanpur', 'sahjahanpur', 'शाहजहांपुर', 'शाहजहाँपुर'] },
  // Gorakhpur zone
  Bahraich: { pin: '271801', also: ['behraich', 'baharaich', 'बहराइच'] },
  Balrampur: { pin: '271201', also: ['बलरामपुर'] },
  Basti: { pin: '272001', also: ['बस्ती'], everyday: true },
  Deoria: { pin: '274001', also: ['devriya', 'devaria', 'deoriya', 'देवरिया'] },
  Gonda: { pin: '271001', also: ['गोंडा', 'गोण्डा'] },
  Gorakhpur: { pin: '273001', also: ['gorkhpur', 'gorakpur', 'gkp', 'गोरखपुर'] },
  Kushinagar: { pin: '274304', also: ['kushi nagar', 'padrauna', 'कुशीनगर', 'पडरौना'] },
  Maharajganj: { pin: '273303', also: ['mahrajganj', 'महराजगंज', 'महाराजगंज'] },
  'Sant Kabir Nagar': { pin: '272175', also: ['khalilabad', 'संत कबीर नगर', 'खलीलाबाद'] },
  Shravasti: { pin: '271831', also: ['shrawasti', 'sravasti', 'bhinga', 'श्रावस्ती', 'भिनगा'] },
  Siddharthnagar: {
    pin: '272207',
    also: ['siddharth nagar', 'sidharthnagar', 'naugarh', 'सिद्धार्थनगर', 'सिद्धार्थ नगर'],
  },
  // Kanpur zone
  Auraiya: { pin: '206122', also: ['auriya', 'औरैया'] },
  Etawah: { pin: '206001', also: ['itawa', 'etawa', 'etwah', 'saifai', 'इटावा', 'सैफई'] },
  Farrukhabad: { pin: '209625', also: ['fatehgarh', 'farukhabad', 'फर्रुखाबाद', 'फतेहगढ़'] },
  Jalaun: { pin: '285001', also: ['orai', 'जालौन', 'उरई'] },
  Jhansi: { pin: '284001', also: ['jhasi', 'झांसी', 'झाँसी'] },
  Kannauj: { pin: '209725', also: ['kannoj', 'kanauj', 'tirwa', 'कन्नौज'] },
  'Kanpur Dehat': { pin: '209101', also: ['kanpur rural', 'ramabai nagar', 'कानपुर देहात'] },
  'Kanpur Nagar': {
    pin: '208001',
    called: 'Kanpur',
    also: ['kanpur', 'kanpoor', 'kanpr', 'kanpur city', 'knp', 'कानपुर', 'कानपुर नगर'],
  },
  Lalitpur: { pin: '284403', also: ['ललितपुर'] },
  // Lucknow zone
  'Ambedkar Nagar': { pin: '224122', also: ['अंबेडकर नगर', 'अम्बेडकर नगर'] },
  Amethi: { pin: '227409', also: ['gauriganj', 'अमेठी', 'गौरीगंज'] },
  Ayodhya: {
    pin: '224001',
    also: ['faizabad', 'faijabad', 'ayodhaya', 'अयोध्या', 'फैजाबाद', 'फ़ैज़ाबाद'],
  },
  Barabanki: { pin: '225001', also: ['bara banki', 'barabanky', 'बाराबंकी'] },
  Hardoi: { pin: '241001', also: ['hardoyi', 'हरदोई'] },
  'Lakhimpur Kheri': {
    pin: '262701',
    called: 'Lakhimpur',
    also: ['lakhimpur', 'kheri', 'lakhimpur khiri', 'लखीमपुर', 'लखीमपुर खीरी', 'खीरी'],
  },
  Lucknow: { pin: '226001', also: ['luckhnow', 'lucknaw', 'lakhnau', 'laknau', 'lko', 'लखनऊ'] },
  'Rae Bareli': {
    pin: '229001',
    also: ['raebareli', 'rae bareilly', 'raibareli', 'rbl', 'रायबरेली', 'राय बरेली'],
  },
  Sitapur: { pin: '261001', also: ['सीतापुर'] },
  Sultanpur: { pin: '228001', also: ['सुल्तानपुर', 'सुलतानपुर'] },
  Unnao: { pin: '209801', also: ['unnav', 'unnaav', 'उन्नाव'] },
  // Meerut zone
  Baghpat: { pin: '250609', also: ['bagpat', 'baraut', 'बागपत', 'बड़ौत'] },
  Bulandshahr: { pin: '203001', also: ['bulandshahar', 'bulandsahar', 'बुलंदशहर', 'बुलन्दशहर'] },
  'Gautam Buddha Nagar': {
    pin: '201301',
    called: 'Noida',
    also: [
      'noida',
      'greater noida',
      'gautam budh nagar',
      'gb nagar',
      'नोएडा',
      'ग्रेटर नोएडा',
      'गौतम बुद्ध नगर',
    ],
  },
  Ghaziabad: { pin: '201001', also: ['gaziabad', 'gzb', 'गाजियाबाद', 'ग़ाज़ियाबाद'] },
  Hapur: { pin: '245101', also: ['panchsheel nagar', 'हापुड़', 'हापुड'] },
  Meerut: { pin: '250001', also: ['merath', 'merut', 'meruth', 'mrt', 'मेरठ'] },
  Muzaffarnagar: {
    pin: '251001',
    also: ['muzaffar nagar', 'mujaffarnagar', 'मुजफ्फरनगर', 'मुज़फ़्फ़रनगर'],
  },
  Saharanpur: { pin: '247001', also: ['sharanpur', 'सहारनपुर'] },
  Shamli: { pin: '247776', also: ['prabuddhanagar', 'शामली'] },
  // Prayagraj zone
  Banda: { pin: '210001', also: ['बांदा', 'बाँदा'], everyday: true },
  Chitrakoot: { pin: '210205', also: ['chitrakut', 'karwi', 'चित्रकूट'] },
  Fatehpur: { pin: '212601', also: ['fatehpoor', 'फतेहपुर'] },
  Hamirpur: { pin: '210301', also: ['hameerpur', 'हमीरपुर'] },
  Kaushambi: {
    pin: '212207',
    also: ['kausambi', 'kaushambhi', 'manjhanpur', 'कौशांबी', 'कौशाम्बी', 'मंझनपुर'],
  },
  Mahoba: { pin: '210427', also: ['महोबा'] },
  Pratapgarh: { pin: '230001', also: ['pratapgadh', 'partapgarh', 'प्रतापगढ़', 'प्रतापगढ'] },
  Prayagraj: {
    pin: '211001',
    also: [
      'allahabad',
      'allahbad',
      'alahabad',
      'illahabad',
      'elahabad',
      'ilahabad',
      'alld',
      'ald',
      'prayag',
      'paryagraj',
      'pryj',
      'naini',
      'jhunsi',
      'प्रयागराज',
      'प्रयाग',
      'इलाहाबाद',
      'नैनी',
      'झूंसी',
    ],
  },
  // Varanasi zone
  Azamgarh: { pin: '276001', also: ['ajamgarh', 'azamgadh', 'आजमगढ़', 'आज़मगढ़'] },
  Ballia: { pin: '277001', also: ['baliya', 'balia', 'बलिया'] },
  Bhadohi: { pin: '221401', also: ['sant ravidas nagar', 'gyanpur', 'भदोही', 'ज्ञानपुर'] },
  Chandauli: { pin: '232104', also: ['mughalsarai', 'मुगलसराय', 'चंदौली', 'चन्दौली'] },
  Ghazipur: { pin: '233001', also: ['gazipur', 'गाजीपुर', 'ग़ाज़ीपुर'] },
  Jaunpur: { pin: '222001', also: ['jonpur', 'jaunpoor', 'जौनपुर'] },
  Mau: { pin: '275101', also: ['maunath bhanjan', 'mau nath bhanjan', 'मऊ'], everyday: true },
  Mirzapur: { pin: '231001', also: ['mirjapur', 'मिर्जापुर', 'मिर्ज़ापुर'] },
  Sonbhadra: { pin: '231216', also: ['robertsganj', 'sonbhadr', 'सोनभद्र', 'रॉबर्ट्सगंज'] },
  Varanasi: {
    pin: '221001',
    also: [
      'banaras',
      'benares',
      'benaras',
      'baranasi',
      'vanarasi',
      'kashi',
      'bnrs',
      'vns',
      'वाराणसी',
      'बनारस',
      'काशी',
    ],
  },
};
