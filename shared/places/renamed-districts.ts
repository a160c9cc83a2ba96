/**
 * A district's name in the postal data, in an old form or from memory → today's name. Official renamings, and the
 * spellings that the state itself uses. The postal data still says Allahabad and Faizabad (docs/facts.md#tools).
 */
const renamed: Record<string, string> = {
  // Uttar Pradesh
  Allahabad: 'Prayagraj',
  Faizabad: 'Ayodhya',
  'Sant Ravidas Nagar': 'Bhadohi',
  'Jyotiba Phule Nagar': 'Amroha',
  'Kanshiram Nagar': 'Kasganj',
  'Kanshi Ram Nagar': 'Kasganj',
  Bhimnagar: 'Sambhal',
  Prabuddhanagar: 'Shamli',
  'Panchsheel Nagar': 'Hapur',
  'Mahamaya Nagar': 'Hathras',
  'Chhatrapati Shahuji Maharaj Nagar': 'Amethi',
  Bagpat: 'Baghpat',
  Badaun: 'Budaun',
  Shrawasti: 'Shravasti',
  Kheri: 'Lakhimpur Kheri',
  Raebareli: 'Rae Bareli',
  'Kanpur Rural': 'Kanpur Dehat',
  'Ramabai Nagar': 'Kanpur Dehat',
  Kanpur: 'Kanpur Nagar',
  Noida: 'Gautam Buddha Nagar',
  // Elsewhere in India
  Gurgaon: 'Gurugram',
  Mewat: 'Nuh',
  Hoshangabad: 'Narmadapuram',
  'East Nimar': 'Khandwa',
  'West Nimar': 'Khargone',
  Aurangabad: 'Sambhajinagar', // Chhatrapati Sambhajinagar; the one in Bihar is Aurangabad(BH)
  'Bijapur(KAR)': 'Vijayapura',
  Osmanabad: 'Dharashiv',
  'Ahmed Nagar': 'Ahilyanagar',
  Ahmednagar: 'Ahilyanagar',
  Bangalore: 'Bengaluru',
  'Bangalore Rural': 'Bengaluru Rural',
  Ramanagar: 'Ramanagara',
  Mysore: 'Mysuru',
  Belgaum: 'Belagavi',
  Gulbarga: 'Kalaburagi',
  Bellary: 'Ballari',
  Shimoga: 'Shivamogga',
  Tumkur: 'Tumakuru',
  Chikkamagalur: 'Chikkamagaluru',
  Chickmagalur: 'Chikkamagaluru',
  Chikkaballapur: 'Chikkaballapura',
  Davangere: 'Davanagere',
  Cuddapah: 'Kadapa',
  Pondicherry: 'Puducherry',
  Tuticorin: 'Thoothukudi',
  Trichy: 'Tiruchirappalli',
};

export const currentDistrict = (name: string): string => renamed[name] ?? name;
