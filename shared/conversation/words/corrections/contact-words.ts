import { vocabulary } from '../../text/vocabulary.ts';

/** Words around a telephone number in a request. */
export const contactWords = {
  /** Before the number to call. */
  label: vocabulary({
    en: `contact, contact no, contact number, call, call on, call at, phone, phone no, phone number, mob,
      mob no, mobile, mobile no, mobile number, ph, ph no, cell, whatsapp, number, attendant`,
    hi: 'संपर्क, सम्पर्क, फोन, मोबाइल, नंबर, मो, कॉल, कॉल करें, संपर्क करें, परिजन',
    'hi-Latn': 'sampark, sampark kare, fon, mo, mo no, call kare, call karen, parijan',
  }),
  /** Between a name and its number. */
  link: vocabulary({
    en: `contact, no, number, call, on, at, phone, mob, mobile, ph, cell, whatsapp, is, his, her, son,
      brother, father, husband, attendant`,
    hi: 'का, नंबर, फोन, मोबाइल, मो, है, पर, जी, संपर्क',
    'hi-Latn':
      'ka, ki, mo, fon, hai, h, pe, par, ji, se, baat, kare, karen, bhai, beta, pati, pita',
  }),
  /** Before a long number that is no phone of the family. */
  otherNumber: vocabulary({
    en: `uhid, reg, reg no, registration, registration no, ipd, ipd no, opd, opd no, mrd, mrd no, crn, cr no,
      mrn, id, otp, aadhaar, aadhar, account, a c, ac no, upi, paytm, phonepe, gpay, hospital, hospital no,
      hospital number, hospital phone, blood bank, blood bank no, blood bank number, ambulance, helpline,
      doctor, doctor no, reception, file no, ref no`,
    hi: 'आधार, खाता, अस्पताल का नंबर, एंबुलेंस, डॉक्टर',
    'hi-Latn': 'khata, khata no, hospital ka number, doctor ka number, blood bank ka number',
  }),
};
