/** What words mean, in any language and spelling: `TAGS: words`. */
export const glosses = `
0 NOTHING: zero
1: ek एक one an
1 ABO COME: a
1 ONLY: single एके
1 TIME: once
10: दस das ten
11: ग्यारह gyarah
12: बारह bara dozen barah
15: पंद्रह
17: सत्रह
2: two दुइ double
2 AGAIN: twice
2 GIVE: दु
2 GIVE.c: do दो
2 HALF: ढाइ
2 MINUTE: second
20: बिस
3: तिन teen three teesri third teesra
3 ALL: teeno तिनों
3 TIME: thrice
4: चार four chaar char चारों
5: पांच paanch five
6: छह six chhe chhah
7: सात saat seven
8: आठ aath eight
9: नौ nau nine
ABO: b बि ओ एबि bi
ABO THAT: o
ABO THIS: ए
ACCIDENT: accident एक्सिडेंट
ADDRESS: sir साहब sahab boss madam mr सर बाबु अरे mrs re shri श्रि महोदय arre babu मैडम dear आदरणिय smt respected janab sri श्रिमति sar saab जनाब मांयवर
ADDRESS ANGRY: abe
ADDRESS BROTHER: bhai bhaiya भाइ भैया भइया bro bhaijaan
ADDRESS FRIEND: yaar यार
ADDRESS HB: g
ADDRESS RELATIVE: uncle aunty
ADDRESS SISTER: didi दिदि
ADDRESS YES: ji जि jee gi
ADDRESS army: col
ADDRESS manager: manager
ADMIT: भर्ति bharti admit admission भरति
ADMIT.p: admitted
AFRAID: डर dar darr chinta घबरा चिंता scared ghabra ghabraye ghabrahat
AFRAID PROBLEM: worry
AFTER: baad बाद after past
AGAIN: dobara again दोबारा dubara दुबारा firse
AGE: umar उंर age उमर umr umra
ALCOHOL: beer daru दारु शराब peg beers drunk
ALL: sab सब all har total everything every हर everyone सारि कुल सभि each sabhi everybody सबसे saara kul
ALL FROM: sabse
ALL HIS: सबका
ALL OF: sabka
ALL TIME: hamesha
ALL TO: sabko सबको
ALL always: हमेशा usually
ALONE: akeli akele अकेलि akela lawaris अकेला alone अकेले
ALREADY: already
ALREADY FINISH.p: chuka chuke चुका चुके chuki
ALSO: bhi भि also even
ALSO VERY: too
AND: and
AND MORE: aur और अउर
AND NOT: n
ANGRY: gussa गुस्सा gusse
ANSWER: jawab reply answer response जवाब
ARRANGE: arrange intezam इंतजाम jugaad book जुगाड व्यवस्था बंदोबस्त intezaam jugad bandobast
ARRANGED: arranged
ARRANGED ARRANGE.p: managed
ARRANGED FINISH.p: fulfilled
ASK: puch ask पुछ pooch puchh puchna poochh पुछने poochna पुछना poochhna
ASK counter: पुछताछ
ASK.c: pucho
ASK.f: puchu
ASK.g: asking asks पुछत
ASK.p: asked pucha पुछा poocha puchha
ATTENDANT: attendant अटेंडेंट attender attendent तिमारदार
AVAILABLE: stock available
AWAY: away gayab abroad
AWAY place: दुबइ
BAD: kharab खराब bigad bad bura rude badtameezi बिगड
BAD ANGRY: badtameez
BATTERY: battery बैटरि
BE: be d exist hoke
BE HAPPEN: ho हो hone होने होना hona
BE THIS: is
BE.f: will hoga ll होगा होगि hogi would honge hounga होइ shall hoi wil
BE.g: hai है hain हैं h am s बा are बानि हइं ह ba हइ हौ हवें r बाडि हन बाडन hav having बास बिया
BE.g HAPPEN.g: hota होता hoti hote होति होते
BE.g I: hu हुं hun hoon m
BE.g NOT: isn
BE.p: tha था thi थे was थि been were
BE.p STAY.p: रहलें रहल रहेन
BE.p THAT: the
BECAUSE: isliye because kyunki इसलिए taki
BED: bed बेड bistar
BEFORE: before ago earlier
BEFORE FIRST: pehle पहले pahle पहिले
BIG: bada bade बडा बडे बडका
BIG MORE: बढ
BIG VERY: बडि badi
BLEED: bleed beh बह bah
BLEEDING: bleeding
BLESS: bless आशिर्वाद aashirwad
BLOOD: blood khoon खुन ब्लड रक्त rakt khun blod blad blud
BLOOD component: component
BLOODBANK: bank बैंक
BLOODBANK GROUPORG: ima
BOTH: dono दोनों both
BOTH 2: दुनो
BP: bp बिपि
BP pressure: pressure
BRING: lana लाना bring la laana lani
BRING DEMAND: mangwa
BRING TAKE: carry
BRING.c: lao लाओ laao
BRING.c DEMAND.c: mangwao
BRING.p: laye brought लाए
BROTHER: brother
BROTHER ADDRESS: भाइयों
BUSY: busy
BUT: but lekin लेकिन magar मगर except बाकिर anyway bt though
CALL: call bulana bula voice calls बुला बुलाना
CALL NUMBER: contact संपर्क sampark
CALL.c: बुलाएं bulao बुलाइए bulaiye bulayein बुलाओ
CALL.f: बुलाइएगा bulaoge bulau
CALL.g: bulate calling बुलाते
CALL.p: called bulaya मिलाया बुलाया bulaye
CAN: can possible allowed eligible pa able सके
CAN GET: पा
CAN NOT: असमर्थ unable
CAN permission: permission
CAN.f: paunga payega पाउंगा पाएगा सकुंगा पाएंगे paungi पाइब पाउंगि payenge sakunga पाउं सकिं paega
CAN.f GET.f: paib
CAN.g: sakta सकता sakte sakti सकते सकति sake skta सकिला skte सकित सकत
CAN.p: could
CAN.p GET.p: paya पाया पाइ payi paye पाए
CANCEL: cancel रद्द कैंसिल
CANCEL LEAVE: drop
CANCEL cut: kaat काट kat कट cut
CANCEL.p: cancelled
CANCEL.p cut: kata
CANCER: cancer leukemia कैंसर chemo
CARD: card aadhar id कार्ड आधार aadhaar licence adhar
CARD TRUE: proof
CASE: case केस मामला mamla cases matter
CASE scene: scene
CERTIFICATE: certificate सर्टिफिकेट
CHANGE: badal बदल change badalna changes
CHANGE INFO: update
CHANGE LATER: postponed
CHANGE RIGHT: correction
CHANGE.p: changed edited
CHECK: check verify testing verification वेरिफाइ checkup चेक
CHECK REPORT: जांच test jaanch टेस्ट
CHECK TRUE: तस्दिक
CHECK VOLUNTEER: verifier
CHECK.g: checking checks
CHECK.p: verified checked tested सत्यापित
CHILD: बच्चा bachche bachcha बच्चे baby child kid bache bachha baccha bacche newborn bachpan kids बच्चों बेबि children bachhe
CHILD DAUGHTER: bacchi
CHILD SAVE.p: bacha
CHILD SON: लइका
CITY: जिला district zila jila city town शहर shehar sheher shahar
COME: aa आ come aana aane aau आना आने आउं aaun aake आवे आय आकर ana
COME visit: visit
COME.c: aao आएं आओ आवा
COME.f: aaunga aayega आउंगा आएगा आइब aayenge आउंगि आएंगे aaungi aaib aayegi aunga ayenge आएगि ayega aaoge aai
COME.g: aata आता आवत aate comes aati आते aavat आइत आति ata
COME.g COME.f: coming
COME.p: aaya आया aaye आए aayi came आइ aya आइल aye आइं अइनि
CRITICAL: serious critical sinking
CRITICAL coma: कोमा comma
CRY: ro रो rone rona
CRY.g: crying
CRY.p: cried
DATE: th date तारिख tareekh rd nd tarikh scheduled वां दिनांक
DAUGHTER: beti बेटि daughter बिटिया bitiya
DAUGHTER CHILD: bachchi bachi बच्चि
DAUGHTER WOMAN: ladki लडकि girl
DAY.other: kal कल tomorrow parso परसों yesterday tmrw parson काल tomorow kl काल्ह
DAY.other MORNING: बिहान
DAY.today: aaj आज today aj
DAYWORD: din दिन days day
DAYWORD ALL: roz रोज daily
DEATH: dehant देहांत गमि इंतकाल death inteqal तेरहविं maut swargwas स्वर्गवास basa arthi
DEATH FESTIVAL: barsi
DEATH lose.p: lost
DELIVERY: delivery labour डिलिवरि born
DELIVERY BLEEDING: pph
DELIVERY WARD: maternity
DEMAND: maang मांग mang demand
DEMAND.g: मांगत
DEMAND.p: manga मांगा मांगे maanga maangi
DENGUE: dengue डेंगु
DIE: guzar mar गुजर मर expire base
DIE.p: expired passed died बसे dead
DISCHARGE: discharge डिस्चार्ज
DISCHARGE.p: discharged
DISEASE: jaundice thyroid पिलिया hiv tb hepatitis piliya थायराइड chikungunya sickle asthma हेपेटाइटिस
DISEASE HB: anemia aplastic anaemia
DISEASE SICK: piles
DISEASE epilepsy: मिर्गि
DISEASE liver: liver
DO: kar कर karna करना karne karke karu make kr करके karwa kara करा करुं करवा karun करने karni krne करनि karana
DO ARRANGE: बनवा
DO become: बन
DO.c: karo kare करें करो karein किजिए करिं करे kijiye करिए kariye karwao kijiyega
DO.f: karunga karenge karega करुंगा करेंगे karoge karungi करिएगा करुंगि करब
DO.g: karta karte does करते करता karti करत करति doing
DO.p: kiya किया did karaya karwaya kiye कराया made karai
DO.p ARRANGE.p: banwaya बनवाया banwaye
DO.p FINISH.p: done
DOCTOR: doctor डाक्टर dr doctors intern resident डाक्टरनि doc mo consultant चिकित्सक
DOCTOR SURGERY: surgeon anaesthetist सर्जन
DOCTOR officer: incharge
DOCTOR tooth: dentist
DONATION: donation रक्तदान दान daan dan
DONATION GIVE: donate
DONATION GIVE.g: donating
DONATION GIVE.p: donated
DONOR: donor डोनर donors रक्तदाता donar doner
DUTY: duty ड्युटि vip posted posting reliever
DUTY FESTIVAL: parade
DUTY round: round राउंड
EARLY: early
EARLY CHANGE.p: preponed
EAT: kha खा khane khake खाइ
EAT.f: खाउं
EAT.g: खाता
EAT.g account: khata
EAT.p: khaya खाया khayi khaye खाकर khaul
EMPH: हि ta
EMPH BUT: tho
EMPH GREET: hi
EMPH THEN: तो त toh तौ
EMPH TO: to
EMPTY: empty
EMPTY ONLY: khali खालि khaali
ENOUGH: enough
ENOUGH ONLY: bas बस
EVENING: shaam शाम evening sham सांझ संझा
EXAM: exam exams board परिक्षा semester mains practical
EXAM PAPER: पेपर
EXAM school: क्लास lecture
FAKE: fake farzi fraud फर्जि scam dhokha नकलि nakli धोखा
FAKE doubt: शक
FAKE drama: natak
FAKE joke: mazaak
FAKE prank: prank
FAKE thief: chor
FAMILY: family परिवार parivar घरवाले gharwale घरवालों फैमिलि
FAMILY caste: biradari
FAR: door दुर dur far
FATHER: papa father पापा पिताजि बाबुजि पिता pitaji dad pita babuji अब्बु walid अब्बा baap बाप abba abbu
FATHER MOTHER: parents
FATHER RELATIVE: बाबा
FEEL: लगना
FEEL.g: feeling lagte lagti लगते
FEEL.g THINK.g: lagta लगता
FESTIVAL: diwali eid होलि holi chhath kumbh navratri कांवड दिवालि इद
FESTIVAL FOOD: iftar iftaar
FESTIVAL birthday: birthday
FESTIVAL fast: roza vrat व्रत fast ramzan रोजा
FEVER: bukhar बुखार fever
FEVER DISEASE: malaria typhoid
FEVER SICK: टाइफाइड मलेरिया flu
FINISH: end finish निपट
FINISH SURE: fix
FINISH.g: ends
FINISH.p: khatam over खत्म खतम finished संपंन completed
FIRST: first pehli पहलि pehla
FOOD: chai lunch चाय juice biscuit frooti nashta जुस tea tiffin samosa नाश्ता
FOOD EAT: khana खाना खाने
FOOD milk: दुध doodh
FOOD shop: ration
FOOD vegetable: सब्जि
FOR: for खातिर हेतु
FOR TAKE.p: liye लिए
FORGET: bhool chhoot भुल छुट भुला bhul
FREE: free फ्रि muft मुफ्त
FREE DUTY: relieve
FREE LEAVE: release
FREE TIME: फुर्सत fursat
FRIEND: dost friend roommate दोस्त colleague saheli roomie साथि doston दोस्तों friends
FROM: from since through
FROM WITH: se से
FULL: bhar भर full पुर्ण bhara filling भरि
FULL ALL: पुरा pura poora पुरे poori पुरि pure poore
FULL FINISH.p: complete
FULL PAY: bharna
FULL WRITE: bharwa
GATE: gate गेट फाटक
GET: mil मिल get find dhoondh
GET MEET: milna milne मिलना
GET SEE: search
GET search: ढुंढ dhundh
GET.f: milega मिलेगा milegi मिलेगि
GET.f MEET.f: milenge
GET.g: milta मिलता milte milti
GET.g SEE.g: searching
GET.p: mila got मिला mile mili found मिले received मिलि मिलल
GIVE: de दे dena dene give देने देना du dun dila दुं देकर dilwa dekar दिला दिलवा देवे दइ दै देके
GIVE ARRANGE: dilane
GIVE.c: दिजिए dijiye दें dein dedo दा
GIVE.f: dunga denge dega देंगे दुंगा doge dungi देगा देब दोगे दुंगि
GIVE.g: deta dete देते देता deti gives देत dilate dilwate
GIVE.g ARRANGE.g: दिलवाते
GIVE.g GIVE.f: giving
GIVE.p: diya दिया gave di diye दिए given दि दिं dia issued दिहलस दिहिन दिहनि देले देलें दिहेन
GO: ja जा jaye go जाए jana chale jau jaake जाने चले jaun jaana जाउं जाकर jaa जाना जाय जाके
GO KNOW: jaane jane
GO RUN: chal चल
GO START: proceed
GO.c: jao जाएं jaiye जाओ जाइए
GO.c OK: चलो chalo
GO.f: jaunga jayega जाउंगा जाएगा jayenge jayegi jaungi जाएगि जाएंगे जाइं जाइब jaib जाउंगि चलेगि
GO.f COME.f: चलुंगा
GO.f GO: जाइ
GO.g: jata going जाता jaati jaata jati जात goes jaat जाला
GO.g RUN.g: चलत चलति chalta chalti
GO.p: gaya गया gaye gayi गए गइ chala gya गइल चला went gai gyi gye गइं chali गइलें चलि gone गइनि gail gawa गवा gayin गएन गइलन गइलि walked गओ
GO.p REACH.p: visited
GOD: भगवान god bhagwan allah अल्लाह waheguru इंशाअल्लाह
GOD grace: grace
GOD owner: malik मालिक
GOOD: good भला great bhala gud nice neki बढिया अच्छे
GOOD BLESS: पुंन
GOOD FINISH.p: successful
GOOD OK: accha achha अच्छा acha
GOOD THAT: wah
GOOD WELL: better
GOOD happy: happy
GREET: hello namaste jai नमस्ते hind प्रणाम salaam hlo हेलो नमस्कार जय assalamualaikum pranam regards hey radhe akal राधे salam alaikum helo namaskar हैलो walekum hii assalam
GREET GOOD: शुभ
GREET MORNING: सुप्रभात gm suprabhat
GREET PLEASE: सादर
GREET congratulations: mubarak
GREET hospname: हिंद
GREET person: shree
GREET salute: salute
GROUP: group ग्रुप groups rh grp गुरुप grup
GROUP WRITE: type
GROUP bombay: bombay बांबे
GROUPORG: team ngo sanstha nss संस्था ncc rotary organisation society रोटरि क्लब
GROUPORG hospname: sansthan
HALF: half साढे aadha आधे aadhe आधा sadhe aadhi
HALF 1: डेढ
HAPPEN.g: happens होला
HAPPEN.g BE.g: होत
HAPPEN.p: होइगा
HAPPEN.p BE.p: hua हुआ hui हुइ hue भइल हुए
HB: hb हिमोग्लोबिन hemoglobin haemoglobin एचबि एच
HB MEDICINE: iron
HB gram: gram
HE: unhone usne उंहोंने inhone उसने
HE BE.g: he
HE FROM: usse unse उससे उनसे
HE TO: unko usko him उनको use उसको उसे ओकरा
HE TO THIS: इसे ise
HEALTHY: fit
HEART: heart dil हार्ट दिल अटैक
HEART SICK: attack
HEART SURGERY: stent
HEART WARD: cardiology
HELP: help मदद madad
HIS: unka uska uske his उनका unke unki उसके उसका uski उनकि उनके their उसकि inka ओकर उनकर inke
HIS OF: inki
HIS SHE: her
HIS THIS: इसका
HOLD: pakad
HOLD WAIT: hold
HOLIDAY DISCHARGE: chhutti छुट्टि chutti chhuti
HOME: ghar घर home घरे
HOME tyre: flat
HOSPITAL: hospital अस्पताल aspatal हास्पिटल hosp चिकित्सालय clinic
HOUR: ghante ghanta hour घंटे घंटा hours hrs hr
HOW: kaise how कैसे kaisa कैसा kaisi tarika कइसे
HOWMUCH: kitna kitne kitni कितना कितने कितनि jitna केतना जितना कै kit
HUSBAND: husband pati पति shauhar
I: i main मैं maine mai मैंने
I ALSO: हमहुं
I BE.g: im
I FROM: mujhse मुझसे हमसे humse
I ONLY: हमहिं
I TO: mujhe मुझे हमको humko hamko हमके हमका
ICU: icu ventilator आइसियु
IF: agar if अगर whether
IN: में in andar mein within अंदर inside under
IN I: me
IN PLACEWORD: at
IN THIS: isme इन
INFO: details data
INFO NEWS: सुचना status
KEEP: keep rakh rakhna रख rakhne रखना
KEEP.c: rakho रखो रखें rakhiye rakhein
KEEP.g: rakhte
KEEP.p: rakha रखा rakhe रखे
KIDNEY: kidney किडनि
KIDNEY DISEASE: pathri पथरि gall bladder
KIDNEY dialysis: dialysis डायलिसिस
KM: km किलोमिटर
KNOW: pata पता know मालुम pehchan pta jaanne
KNOW NOT: unknown
KNOW recognise: पहचान
KNOW.g: jaanta janta knows जानता जानते jaante
KNOW.p: known
LAST: last पिछले pichle pichli pichhle पिछलि pichhli आखिरि pichla aakhri आखिर aakhir
LAST SURE: final
LAST finally: finally
LATE: der late देर long लेट longer
LATE long: lamba
LATER: later
LATER postpone: tal टल
LEAVE: nikal निकल nikalne nikalna निकलने
LEAVE DISCHARGE: lama
LEAVE HOLIDAY: leave
LEAVE STOP: chhod छोड
LEAVE miss: chhut
LEAVE.c: छोडो
LEAVE.c STOP.c: chhodiye chhodo
LEAVE.f: निकलुंगा niklunga nikalunga
LEAVE.f FREE: छुटुंगा
LEAVE.g: निकलता nikalta nikalte
LEAVE.g LEAVE.f: leaving
LEAVE.p: nikla left निकला nikle निकले nikli निकलि निकलल रवाना छोडकर
LEAVE.p GIVE.p: निकलवाया
LEAVE.p drop.p: chhoda dropped
LESS: kam कम low kami कमि minimum least
LESS PLEASE: जरा
LESS SOME: thoda thodi थोडा थोडि bit
LESS SWITCHEDOFF: down
LIE: झुठ jhooth
LIE BAD: bakwas
LIE FAKE: false झुठा झुठि jhootha झुठे
LIE story: story
LIKE: as sa सा si jaisa like jaise सि tarah jaisi
LIKE THAT: waise वैसे
LIKE THIS: aisa such aise ऐसा ऐसे
LIST: list लिस्ट सुचि records
MAN: आदमि aadmi logo people person लोगों banda man logon insaan bande लोगन client guys male admi gentleman बंदा व्यक्ति सज्जन purush
MAN HUSBAND: मर्द mard मरद
MAN SON: ladka ladke लडके लडका ladko लडकों
MAN WE: log लोग
MAN people: जन
MAYBE: shayad शायद may maybe
MEDICINE: दवा dawa goli dawai गोलि medicine antibiotic antibiotics दवाइ tablets tablet पैरासिटामोल crocin
MEDICINE drip: drip
MEDICINE vaccine: booster
MEET: meet
MEET GET: मिलने
MEET TOGETHER: milke
MEET.f: मिलुं
MEET.p: met
MEETING: meeting मिटिंग
MESSAGE: message msg मैसेज whatsapp संदेश sms text messages ping texts mail texting व्हाट्सएप sandesh
MESSAGE reminder: reminder
MINUTE: min minute मिनट mins minutes
MINUTE place: sec
MONEY: paise paisa पैसे पैसा money rs पइसा fee rate rupya fees charges salary फिस rupaye rupees
MONEY DUTY: charge चार्ज
MONEY PAPER: bill
MONEY PHONE: balance
MONEY TRAVEL: भाडा
MONEY VEHICLE: bhada
MONEY loan: loan
MONEY rent: kiraya किराया
MONTH: mahine महिने month months mahina dec june महिना december nov august october january jan feb april september november july february oct दिसंबर जनवरि
MONTH DATE: march
MORE: more badha extra badh maximum further
MORE BIG: बढा
MORE CHANGE: बढाएं badhaye
MORE STILL: remaining
MORE VERY: zyada
MORNING: subah सुबह morning mrng भोर सबेरे भोरे
MORNING EARLY: bhor
MOTHER: mummy maa mother मां अंमा माइ मंमि ma amma ammi mom अंमि माताजि mata
MOTHER IN: मा
MUST: should pad must पड
MUST URGENT: zaroori जरुरि zaruri
MUST.f: padega पडेगा पडेगि padegi
MUST.g: padta पडता
MUST.p: pada pade पडि पडे padi पडा pari
MY: mera my mere मेरा meri मेरि मेरे hamare हमार हमारे our apne hamara हमरे hamari हमारा apna apni हमारि अपने humare hamar अपनि mine हमरि hamre humari अपना
MY I: हमरा
MY WE: ours
NAME: naam नाम name नाव nam गांधि named
NAME spelling: spelling
NEAR: near भिरि
NEAR about: करिब lagbhag
NEAR have: paas पास pass pas
NEED: need lag जरुरत zarurat लग zaroorat required jarurat requirement आवश्यकता दरकार avashyakta
NEED POOR: जरुरतमंद
NEED.f: lagega लगेगा lagenge lagegi लागि लगेगि लगेंगे
NEED.g: chahiye चाहिए needs चाहि चाहिं chahi chaiye chahie chahye needing requires चइए
NEED.g FEEL.g: लागत
NEED.p: needed lage लगे reqd
NEED.p FEEL.p: lagi लगि
NEED.p FEEL.p PUT.p: laga लगा
NEGATIVE: negative neg निगेटिव नेगेटिव minus
NEIGHBOUR: padosi neighbour पडोसि
NEIGHBOUR NEAR: पडोस
NEIGHBOUR PLACEWORD: मोहल्ले
NETWORK: network coverage net नेटवर्क
NETWORK SWITCHEDOFF: reachable
NETWORK TRAFFIC: signal
NEVER: never
NEVER sometimes: kabhi कभि
NEW: naya new fresh नया nayi
NEWS: khabar खबर news
NEXT: next agle अगले agli agla अगलि अगला
NIGHT: raat रात night नाइट rat
NIGHT 12: midnight
NIGHT DAY.today: tonight
NO: nope
NO NUMBER NOT: no
NOBODY: nobody
NOON: दोपहर dopahar noon afternoon दुपहरिया
NOT: nahi नहिं not mat t मत nhi न नाहिं nai ni nt नाहि nahin नहि neither
NOT BE.f: won
NOT BE.g: नइखे नइखिं
NOT CAN: cannot cant
NOT CAN.p: couldn
NOT DO: don dont
NOT DO.g: doesn
NOT DO.p: didn
NOT EMPH: na ना naa
NOT NEW: नइ
NOTHING: nothing
NOW: abhi अब अभि now अबहिं abi अबहिन
NOW ABO: ab
NOW DAY.today: aajkal
NOW MORE: anymore
NUM: हजार hazaar सौ hazar
NUM MONEY: lakh
NUMBER: number नंबर digit numbers ank
NUMBER sim: sim सिम
NUMBER token: token
NURSE: nurse नर्स
OCLOCK: baje बजे bje baj बज clock bajay bajaye
OCLOCK EVENING: pm
OCLOCK SURE: sharp
OF: ka ke के का of k क belongs
OF THAT: ki कि
OF one: wala wale वाला वाले wali वालों वालि walo walon
OFFICE: office company आफिस दफ्तर
OFFICE factory: factory
OK: ok hmm okay hh noted ओके मान
OK READY: maan
OK RUN.f: chalega चलेगा chalegi
OK SURE: accepted approved
OK approve: approve
OLD: old purana purane पुराना purani पुरानि
OLD WOMAN: बुढिया
OLD retired: रिटायर retd retired सेवानिवृत्त
ON: pe on पे
ON BUT: par पर pr
ONLY: only sirf सिर्फ simply
ONLY ENOUGH: bs
ONLY NOW: just
OPERATION: operation आपरेशन opration opretion
OR: ya या
OR AND: or
OTHER: dusre else dusra another alag baki baaki बाकि doosra दुसरे doosre दुसरा other दोसर others अलग dusri different दुसरि wagairah वगैरह
OTHER IF: warna वरना
OTHER PLACEWORD: elsewhere
OTHER STOP: rest
OTHER except: alawa
PAPER: form slip parchi पर्चि parcha parche file kagaz कागज फार्म paper पर्चा documents document papers kagaj पर्चे फारम kaagaz
PAPER REQUEST: requisition
PAPER copy: copy photocopy
PAPER letter: letter
PATIENT: patient मरिज mareez mareej pt mariz marij patients
PAY: pay जमा
PAY.p: paid
PERIODS: periods पिरियड period
PHONE: phone फोन मोबाइल mobile ph landline mob
PHONE REDCELLS: cell सेल
PICKUP: pick उठाए
PICKUP STAND: utha उठा uth
PICKUP.g: picking uthata उठाता picks उठावत uthate
PICKUP.p: uthaya उठाया picked
PICKUP.p ANSWER: answered
PLACEWORD: jagah जगह place address location area mohalle sector लोकेशन स्थान
PLACEWORD bench: bench
PLASMA: plasma ffp प्लाज्मा plazma
PLATELETS: platelets sdp platelet प्लेटलेट jumbo प्लेटलेट्स rdp एस platlet जंबो platlets
PLATELETS DONATION: apheresis
PLEASE: please pls plz kindly कृपया kripya प्लिज कृपा kripa pl
PLEASE THANKS: meherbani
POLICE: police constable thane थाने thana सिपाहि पुलिस chowki const sho
POLICE soldier: sipahi
POOR: poor गरिब gareeb garib bechare
POSITIVE: पाजिटिव positive pos plus प्लस pojitiv p
PRAY: namaz नमाज
PRAY BLESS: dua
PREGNANT: pregnant गर्भवति
PREGNANT DELIVERY: जच्चा
PROBLEM: dikkat problem pareshan tension दिक्कत mushkil परेशान majboori मुश्किल trouble
PROBLEM GIVE: issue
PROBLEM WRONG: gadbad गडबड
PROBLEM disturb: disturb
PUT: chadh चढ daal chadhana put chadhna चढना chadhane चढाने lagwana lagwa lagana डाल चढि चढवाना लगवा
PUT BLOOD: transfusion
PUT NEED: lagna
PUT.c CALL.c: lagao
PUT.f: chadhega चढेगा
PUT.g: चढता chadhta lagata चढत
PUT.p: चढा lagwaya dala लगाया chadhi transfused लगाइ
PUT.p CALL.p: lagaya
PUT.p PUT: chadha
PUT.p REGISTER.p: dali
QUESTION: sawal सवाल
REACH: pahunch पहुंच reach pahuch पहुंचने पहुंचना pahunchna उतर pahuchna pahuchne
REACH.f: पहुंचुंगा pahunchunga pahuchunga utrunga pahunchungi pahunchu
REACH.g: pahunchte पहुंचता pahuchta
REACH.g REACH.f: reaching
REACH.p: reached pahuncha पहुंचा pahucha pahunche pahuche पहुंचे हाजिर उपस्थित
READY: ready तैयार taiyar
READY EXAM: taiyari
READY WAIT: standby
READY WANT: willing
READY agree: राजि
READY present: haazir
REASON: wajah वजह कारण
REDCELLS: prbc packed red cells pack पैक पैक्ड laal rbc pcv पिआरबिसि आर
REFUSE: reject refuse
REFUSE NOT: mna
REFUSE unfit: unfit
REFUSE.g: backing
REFUSE.p: mana मना rejected refused
REFUSE.p run-away: bhaga
REGISTER: register add jod जोड registration entry रजिस्टर दर्ज darj
REGISTER join: join judna जुडना
REGISTER.c: jodo
REGISTER.p: registered
REGISTER.p book: booked
RELATIVE: bhabhi bahu mama dadi law दादि बहु सास relatives chachi मामा जिजा ससुर rishtedar mausi रिश्तेदार देवर jija bua nana nani bhatija bhatije भाभि चाचि devar grandmother nephew aunt mausa relative भतिजे grandson भतिजा bhanje साला बुआ
RELATIVE ADDRESS: chacha चाचा baba dada दादा
RELATIVE ANGRY: saale साले sala
RELATIVE BROTHER: cousin
RELATIVE FATHER: sasur
RELATIVE MONTH: jeth
RELATIVE MOTHER: saas
REMOVE: hata remove delete हटा utar निकाल nikaal भगा मिटा
REMOVE STOP: unsubscribe
REMOVE.c: hatao हटाओ
REMOVE.g: निकालते
REMOVE.p: nikalwaya
REPLACEMENT: exchange instead badle replacement बदले बजाय एक्सचेंज
REPLACEMENT CHANGE: replace
REPLACEMENT against: against
REPORT: report रिपोर्ट reporting result
REPORT CHECK: cbc
REQUEST: request रिक्वेस्ट निवेदन
REQUEST MESSAGE: alert
REQUEST PAPER: अर्जि
RETURN: back wapas वापस laut लौट lautke
RETURN.f: लौटुंगा lautunga
RETURN.p: लौटा lauta
RIGHT: right correct exactly rt
RIGHT WELL: sahi सहि
RING: ghanti ring घंटि
RING.g: ringing
RING.p colour: rang
ROAD: raste way रास्ते road rasta chauraha sadak रास्ता रोड bridge highway raaste expressway गलि
ROAD PLACEWORD: चौराहा
ROAD abuse: gali
ROAD cross: crossing
RUN: भाग daud run दौड
RUN LEAVE: bhaag
RUN.g: running chalata runs
SAME: same
SAME AGAIN: duplicate
SAME THAT: wahi वहि usi उसि
SAVE: save bach बच
SAVE.f: bachegi
SAVE.p: बचा saved bachayi बचि
SEE: dekh देख see dikha dikh देखकर dekhne look dikhana dekhna dikhane देखने
SEE COME: show
SEE search: dhund dhoond
SEE.c: dekho देखो देखिए
SEE.f: dekhenge देखुंगा देखेंगे dekhega देखब
SEE.g: dekhta dekhte देखते देखता looking dikhta looks देखत
SEE.p: dekha saw देखा dekhi seen dekhe देखि
SEND: bhej bhejna send भेज forward share fwd भेजना bhejne
SEND.c: bhejo भेजिए भेजो भेजें bhejiye bhejein badhao भेजिएगा bhejiyega भेजिं
SEND.f: bheju bhejoge
SEND.g: bhejte
SEND.g SEND.f: sending
SEND.p: bheja forwarded bheje भेजा sent भेजे bheji
SHE: she
SHE self: herself
SHIFT: shift refer शिफ्ट रेफर transfer
SHIFT.p: shifted moved
SHIFT.p refer: referred
SICK: tabiyat तबियत bimar बिमार cold beemar सर्दि sardi sick
SICK DISEASE: टिबि
SICK condition: haalat हालत halat haal
SICK covid: covid
SISTER: sister बहन behen behan bahan
SISTER NURSE: सिस्टर
SIT: baith बैठ baithna
SIT.g: baithe baitha बैठा बैठे sitting बैठि
SIT.p: baithaya बइठल baithi
SLEEP: neend निंद
SLEEP THEN: सो
SLEEP.p: soya soye
SMALL: chhota chhote छोटा chhoti छोटे
SMALL LESS: little
SOME: koi kisi कोइ kuch किसि any कुछ someone anyone केहु somebody anything some something anybody कौनो कउनो kauno कोउ कवनो
SOME DO: कइ
SOME PLEASE: tani
SOME WHERE: kahin कहिं kahi anywhere
SON: beta बेटा bete son बेटे बेटवा पुत्र
SON MAN: boy boys
SOON: soon
SOON URGENT: jaldi जल्दि
SORRY: sorry maaf माफ sry माफि क्षमा kshama forgive
STAND: stand
STAND PICKUP: उठ
STAND.g: khada खडा khade standing khadi खडे खडि
START: start shuru शुरु
START RUN: chalu
START.g: starting
START.p: started
STAY: rehne reh रहने रह rahne stay live रहना rah rehna
STAY.c: raho
STAY.c BE.c: रहें
STAY.f: rahega रहेगा रहुंगा rahegi रहेंगे rahunga
STAY.g: raha rahe रहा रहे rahi रहि rha rehta rhe रहता rhi रहिं rehti rehte रहते रए
STILL: still
STOP: stop rok रोक locked
STOP MESSAGE: dnd
STOP NEAR: close
STOP SWITCHEDOFF: band बंद closed
STOP lock: ताला
STOP.g: closes
STOP.p: blocked stopped roka
SUGAR: sugar शुगर सुगर
SUGAR MEDICINE: insulin
SURE: pakka confirm confirmed पक्का sure जरुर zarur zaroor jarur तय tay पक्कि
SURE GOD: inshallah
SURE YES: bilkul बिल्कुल
SURE flag: झंडि
SURE green: green हरि
SURGERY: surgery ot table procedure सर्जरि
SURGERY DELIVERY: c section
SURGERY SICK: hernia
SURGERY WARD: surgical
SURGERY transplant: transplant
SWITCHEDOFF: off switch आफ switched स्विच
SWITCHEDOFF turn: turned
TAKE: le ले take lena lene लेना लेकर leke लेने lekar lu लुं लिं लेके
TAKE catch: pakadni
TAKE.c: lo लिजिए लो lijiye लें lein
TAKE.f: lenge लेंगे lega lunga लेगा lungi लुंगा
TAKE.g: lete leta लेते leti taking लेता takes
TAKE.p: liya लिया li took लि लिहेन taken लिहिन
TAKE.p catch.p: pakda
TALK: baat बात talk bat
TALK.p: spoke talked
TATTOO: tattoo टैटु tatoo
TELL: bol bata बोल tell बता say कह batana keh bolu bolna bataun inform batau बताना kehna बोलुं bolun kah bolne bta बोलना कहना कहें कहे
TELL INFO: सुचित
TELL.c: batao bolo बताइए bataiye बताओ bataye boliye बताएं बताइं बताइएगा batayein
TELL.f: bataunga batayenge बताएंगे bolunga बताउं बताउंगा batayega bolenge kahun बताइब
TELL.g: says batata बताता bolte कहते kehte batate bolti batati bolta कहत saying kehta बताते बोलत बतावत कहता
TELL.p: bola bole said बोले bataya told बोला बताया boli बोलि कहलें बताइन बोलिं बताए कहि कहले
TELL.p WHERE: kaha कहा
THALASSEMIA: thalassemia थैलेसिमिया
THANKS: thank shukriya thanks dhanyawad धंयवाद शुक्रिया dhanyavaad आभार ehsaan dhanyavad thnx thanku aabhar thx tysm
THAT: that उस
THAT HE: wo वो उ vo woh
THAT HIS: un
THAT HOWMUCH: utne
THAT WE: us
THAT WHERE: उंहिं
THEN: tab तब then tabhi
THEN AGAIN: phir फिर fir
THEN SLEEP: so
THEY: they them
THEY IN: unme
THEY TO: unhe उंहें
THINK: think soch सोच
THINK hope: hope
THINK.f: sochunga
THINK.g: sochte
THINK.p: socha thought
THIS: ye it this इस यह इ its these yeh e एह
THIS FROM: isse इससे
THIS IN: इसमें
THIS OF: इनका iske iska
THIS SAME: yahi isi यहि इसि
THIS TO: inko isko इनको
TIME: time समय टाइम times waqt samay वक्त timing
TIME AGAIN: baar बार bar
TIME chance: mauka chance
TIME gap: gap
TO: ko को
TOGETHER WITH: साथ saath sath
TOUT: dalal दलाल agent tout dhandha
TRAFFIC: traffic jam jaam जाम
TRAFFIC crowd: भिड
TRAIN: train metro ट्रेन railway
TRAIN station: station स्टेशन
TRAVEL: flight ghoom यात्रा travel
TRUE: sach genuine real true asli असलि सच सच्चा honestly legit actually really सत्य सच्चि asal sachchi sacha
TRUE original: original
TRY: try koshish efforts कोशिश
TRY.g: trying
TRY.p: tried
UNDERSTAND: samajh समझ समझा
UNDERSTAND.c: samjho समझिए samajhiye समझो samjhiye
UNDERSTAND.g: understanding
UNDERSTAND.p: samjha samjhe
UNIT: unit युनिट units bottle बोतल bag botal bags yunit थैलि packet पाइंट पैकेट packets thaili
UNTIL: tak तक till tk until
URGENT: urgent अर्जेंट urgently sos
URGENT NOW: turant तुरंत immediately तत्काल
URGENT SOON: asap hurry
URGENT WARD: emergency इमरजेंसि
VEHICLE: gaadi bike auto गाडि ambulance gadi rickshaw truck scooty tempo आटो cab बाइक scooter ट्रैक्टर टेंपो साइकिल tractor car rikshaw shuttle van
VEHICLE BUSY: driving
VEHICLE ENOUGH: bus
VEHICLE helmet: helmet
VEHICLE passenger: sawari
VERY: bahut बहुत much many very सख्त lot bohot
VERY ENOUGH: काफि kaafi
VERY HOWMUCH: इतने
VERY MORE: ज्यादा jyada
VERY PROBLEM: hard
VERY THAT: utna
VERY THIS: itna itne itni इतना इतनि
VERY fast: tej तेज
VILLAGE: gaon गांव village ग्राम dehat
VOLUNTEER: volunteer volunteers वालंटियर
WAIT: wait इंतजार intezar pending
WAIT ROAD: राह
WAIT STAY: rukna
WAIT STOP: ruk रुक विराम रुकना
WAIT.c: ruko रुकिए रुको
WAIT.g: waiting
WAIT.p: ruke
WANT: want मन wish chahe
WANT heart: mann
WANT mood: mood
WANT.g: chahta wants चाहता chahti chahte चाहते चाहति चाहो
WANT.p NEED: wanted
WARD: ward वार्ड opd casualty
WE: hum हम we हमने ham humne hamne हमनि
WE FROM: hamse
WE OK: hm
WE TO: hume hame हमें humein
WEAK: chakkar kamzori चक्कर कमजोरि कमजोर kamzor
WEAK tired: थक thak
WEDDING: shaadi शादि विदाइ shadi wedding बारात
WEDDING FESTIVAL: anniversary
WEEK: hafte week हफ्ते weeks hafta
WEEKDAY: sunday monday friday saturday thursday tuesday सोमवार इतवार शुक्रवार मंगलवार jumma shanivar itwar बुधवार shukrawar रविवार मंगल बुध budhwar शनिवार wednesday somvar shaniwar guruvar जुमे
WEEKDAY 7: sat
WEIGHT: weight वजन kg kilo wajan किलो fat wazan vajan
WELL: normal fine stable khairiyat कुशल
WELL GOOD: well
WELL INFO: हाल
WELL OK: theek ठिक thik खैर
WELL RIGHT: दुरुस्त
WELL safe: safe
WHAT: what which kaunsa konsa kaunse
WHAT Q: kya क्या
WHEN: kab jab कब when जब kb whenever
WHEN ALL: anytime
WHERE: kahan कहां where jahan kidhar किधर जहां
WHO: kaun who कौन kisne किसने kon jisne jiske जे जिसने केकरा जिन
WHO FROM: kisse किससे
WHO HIS: जिनका jiska jinke
WHO OF: kiska किसका jinka kiske किसके whose जिसका केकर
WHO THAT: जौन
WHO TO: kisko jisko whom जिनको किसको jinko जिसको jise
WHO WHAT: jo kis जो किस जिस jis जवन कवन
WHOLE: whole sada
WHY: kyu kyun क्यों why काहे काहें
WIFE: wife पत्नि biwi patni बिवि घरवालि mehraru
WIFE WOMAN: मेहरारु
WITH: with w
WITHOUT: bina बिना without
WOMAN: mahila lady महिला aurat female औरत ladies f women girls woman
WORK: kaam काम work naukri job नौकरि
WORK MONEY: dihadi दिहाडि
WORK PLACEWORD: site
WORK audit: audit
WORK business: धंधा
WORK training: training
WORK.g: works working
WRITE: likh लिख likhna note likhwana write लिखवा likhwa लिखना
WRITE.c: likho लिखो लिखिए likhiye
WRITE.g: typing writing
WRITE.p: likha लिखा likhe wrote likhwaya typed written likhi लिखे लिखाया likhaya लिखवाया लिखल
WRONG: galat wrong गलत galti mistake गलति invalid rong रांग mistaken
YEAR: saal साल year yrs वर्ष years sal
YEAR YOUR: yr
YES: haan हां yes ha han haa course हओ hn yess
YES BE.g: हव
YES WHY: y
YET: yet
YOU: aap you आप aapne u tum आपने रउआ तुम tu ap
YOU FROM: aapse
YOU TO: aapko आपको
YOUR: aapke aapka your आपके आपका aapki ur tumhare apka apke आपकि tumhara yours
about: about
above: upar
abuse ANGRY: gaali
account MONEY: hisaab हिसाब hisab
advice TELL: advice
advice TELL.p: advised
agree OK: agree
agree.g OK: agrees
agree.p OK: agreed
ahead: aage आगे ahead
alive: zinda
allow: allow अनुमति
allow.g: allowing
always: always
always NEVER: permanently
angel: farishta
army: army फौजि आर्मि
army MAN: जवान
around: around
attack SICK: दौरा
attendance: attendance
attention: dhyan
attention THINK: ध्यान
bandage: पट्टि patti
bathe: nahane
beat: maar
become: banna ban बनना become banne
become DO: bana बना
become.f BE.f: banegi
become.p: bani बनि bane
behind: peeche behind
below: neeche
below PLACEWORD: niche
benefit: fayda फायदा
between: beech between बिच
birthday: janamdin
bite cut: काटा
bite.p cut.p: kaata
black: kaala
block: block
blue: neela blue
body: body शरिर देह
border PLACEWORD: border
break: break toot
break DEATH: tod
break.p: broken
breastfeed: पिलाति pilati breastfeeding
breath: saans सांस
breath DEATH: dum dam
bridge: pul पुल
buffalo: भैंस bhains
building: building
burn: burn
buy: खरिद
buy.p: bought
by: ne ने by
camp: camp कैंप शिविर shivir
canteen FOOD: canteen
centre: centre सेंटर center
chance TIME: मौके मौका
cheap: sasta
church: church
cigarette: cigarette
class: class tuition
class MEDICINE: कोर्स
clean: saaf साफ
clear: clear
clerk: clerk
clothes: kapde
code: कोड
code NUMBER: code otp
cold: thand
college: college कालेज colej polytechnic univ
command: command hukum
complain: शिकायत
complaint: complaint
confirm.g: confirms
confuse: confuse
congratulations: congratulations
cough SICK: khansi
count: count गो काउंट
count NUM: गिनति
counter: counter reception काउंटर desk window
courage: himmat
court: court
cow: गाय
cross: cross paar क्रास पार
crowd: bheed
customer: ग्राहक
cut CANCEL: katni
cylinder: cylinder
dark NIGHT: andhera
decide: decide
decide.p: decided
deposit: jama
descend.f: उतरुंगा
diarrhoea SICK: दस्त
difference: difference fark farak
dog: kutte kutta
doubt: shak doubt
down: निचे
drink: pi पि pee पिने
drink ALCOHOL: peeke
drink water: water
drink.p: piya
drive VEHICLE: drive
drive.g: चलाता
driver: driver
due: due
duty GOOD: farz
ear: kaan
either: either
election: election चुनाव
electricity: bijli बिजलि light
ever NEVER: ever
eye: aankh आंख aankhon eye
eye SURGERY: cataract
facebook: facebook
fail: fail
faint: होश
faint WEAK: behosh
fall: gir गिर
fall.p: gira fell गिरा
farm: खेत khet धान
farmer: किसान
favour: एहसान
fight: lad jhagda झगडा
floor: floor मंजिल
floor PLACEWORD: manzil
fly: ud
fog: kohra
fracture: प्लास्टर fracture
fracture break: टुट
fridge: fridge
front: samne
front NEAR: सामने saamne
front opposite: opposite
gas: gas गैस
gibberish: asdkjh
glasses: chashma चश्मा
goat: बकरि
google: google
government: sarkari सरकारि govt sarkar सरकार
guard: guard security गार्ड
gurudwara: gurudwara
gym: gym
hall: hall
hand: haath हाथ hath hand
happy: khush
hard VERY: sakht
have: have has ve
have NOT: haven
have.p: had
head: head
hear: sunne listen heard सुन
helpline: helpline
here: yahan यहां here yaha
here SAME: yahin यहिं
high: high
hindu: hindu
hope: umeed ummeed उंमिद
hope NEAR: aas
hope THINK: expect
hope person: आशा
hospname: medical srn kgmu beli bhu nursing colvin hallet trauma मेडिकल dufferin brd nehru civil sadar heritage sgpgi lohia kamla regency बेलि pgi nazareth ट्रामा max medanta डफरिन aiims हैलट ursula नर्सिंग होम yashoda queen सदर vivekananda लोहिया rml बिएचयु केजिएमयु sn swaroop rani polyclinic apollo सिविल बिआरडि era subharti एसआरएन apollomedics कमला नेहरु mayo st एन सहारा vatsalya shatabdi pushpanjali phoenix sunderlal काल्विन मेदांता galaxy llrm chc sarvodaya apex charak हेरिटेज jaypee hallett vivekanand पिजिआइ jn mln यु gsvm tmu institute tata एंस सिएचसि homi bhabha मंडलिय नाजरेथ integral shifa ursala sbd amu motilal एसजिपिजिआइ sapru fortis ajanta jnmc rohilkhand nayati madhuraj लारि एसएन उर्सला
hospname HELP: sahara
hospname WORK: mission
hospname person: स्वरुप lajpat
hospname place: balrampur saifai बलरामपुर mandal chaura
hostel: hostel
hotel: hotel
ignore FORGET: ignore
in-laws FAMILY: sasural ससुराल
incoming: incoming
injured ACCIDENT: ghayal chot
injury: hurt
injury ACCIDENT: चोट
internet: insta गुगल instagram
interview EXAM: interview
irradiated: irradiated
jaundice DISEASE: peeliya
join DUTY: joining
joke: mazak मजाक
key: keys
lab: lab लैब
labourer: mazdoor
language: angrezi hindi english
laptop: laptop
laugh: lol haha
laugh.p: laughed
lawyer: वकिल
leg: pair पैर गोड tang foot
let: let lets
life: jeevan life जिवन
life KNOW: jaan जान
lift: lift लिफ्ट
light LESS: हल्का
line: line lines लाइन queue
listen: sun
listen.c: सुनिए सुनो suniye
listen.g: sunta
listen.p: suna सुना
live: jeete
live NETWORK: jio
live SAVE: survive
long: lambi
lose: kho bhatak
lottery FAKE: kbc lottery
machine: machine मशिन
map PLACEWORD: map
mark: mark
market: mandi
match: match मैच matches
mean: matlab मतलब माने yani yaani
mean.p: meant
mechanic: mechanic
member: member
miss: miss
missed: missed
ml: ml
money processing: processing
mouth: muh
needle: सुइ sui needle
needle DISEASE: rabies
needle MEDICINE: injection
needle vein: vein
normal: normally
nose: naak
officer: co officer
officer person: प्रधान
oh: oh
one: ठो
open: khula open खुला खुल
open.g: खुलते
open.p: khuli
option: option
out: out bahar बाहर outside
owner: owner
ox: bail
pain: dard दर्द
park: park
parking: parking
party: party
per BUT: per
person: dixit ansari tomar pathak pandey लाल lal devi ram shanti राम suresh देवि singh jyoti imran mary deepak rakesh yadav sunita faizan prasad vikas saxena mohd ravi ramesh amit rahul tripathi prakash gupta rekha फुलमति verma farhan kusum shabnam sanjay dinesh saurabh शांति phoolmati rohit sunil रमेश pappu सुनिता रामकलि राजेश nitin om anjali neha mukesh aslam pankaj anand tiwari sandeep sharda rukhsana दिपक pintu gaurav shubham pal srivastava vivek ramkali munni रानि irfan savitri mishra nigam manohar anil lallan arif manoj santosh kiran kumar geeta shabana begum charan shivam nishad प्रसाद संतोष यादव salman vinod ankit कुमार krishna aarav sonu सरोज mahesh brijesh harish ritu रेखा alok lata गिता tyagi arvind rafiq shakuntala maurya सिमा kavita मोहंमद mohit lakhan kaur rai पुजा सावित्रि khan तिवारि मिश्रा chhotelal दिनेश bahadur zeeshan vimla usha sharma सिंह jagdish shyam sushila varun zoya dharmendra nadeem seema वर्मा ayaan गुप्ता kumari abdul rajesh irshad guddu tabassum chandan salma राकेश kabir rampyari ashutosh pinky rubina moti chand sumit anju vishal ज्योति पंडित गुड्डु अरविंद abhishek noor neelam anita chandra रामसुरत danish मनोज chhotu golu nidhi meera अजय shivani monu ramnaresh rajkumari deep ajay संजय lucky sarita सुरज युनुस shalini shahnawaz ghulam rizwan priya रामदुलारि सरिता zubair सलिम पुनम सुरेश sangeeta gulab meena poonam harpreet sardar शकुंतला ashish yusuf munna ramavtar अंकित
person ADDRESS: lala
person GOD: नारायण
person PRAY: pooja आरति
person VILLAGE: pradhan
person VOLUNTEER: asha
person become: bano
person happy: khushi
person hospname: kailash fatima gandhi indira rama कैलाश
person place: ganga
petrol: petrol pump
photo: photo फोटो selfie
pincode: pin पिन
place: lucknow kanpur varanasi prayagraj nagar gorakhpur लखनउ noida meerut jhansi कानपुर delhi agra bareilly allahabad gomti basti naini bypass ghaziabad ballia aligarh unnao deoria mirzapur banaras azamgarh वाराणसि gonda गोरखपुर faizabad dubai saharanpur phaphamau बलिया sultanpur moradabad pune jaunpur sitapur मेरठ दिल्लि इलाहाबाद fatehpur orai vaishali etawah बस्ति mathura lalitpur rampur etah देवरिया mau hardoi आगरा बरेलि hapur lko lanka bangalore प्रयागराज jhunsi cantt झांसि फतेहपुर alambagh kaushambi ghazipur hazratganj mumbai barabanki charbagh बनारस मउ मिर्जापुर chitrakoot kidwai aliganj जौनपुर मुरादाबाद नगर बाराबंकि raebareli ayodhya phulpur surat pratapgarh chunar tanda lakhimpur आजमगढ बहराइच bihar बांदा उंनाव लंका बसिं handia jhalwa phase pilibhit maharajganj गोंडा बाइपास रायबरेलि अलिगढ sonbhadra robertsganj bijnor lalganj mahoba हरदोइ baghpat mughalsarai सुल्तानपुर gurgaon प्रतापगढ hamirpur bulandshahr nagpur rambagh kushinagar सोनभद्र kannauj mandhana taal nirala तेलियरगंज kheri मथुरा सितापुर gkp sangam नोएडा amausi नैनि sigra rae bareli kashi
place AWAY: saudi gulf मुंबइ canada
place MORE: greater
place ROAD: chowk
place hospname: गोमति
place up: up
plan: plan
plan.p: planned
plant: plant
plaster: plaster
pocket: jeb
possible CAN: संभव
post: post
poster MESSAGE: poster
press: dabane दबा dab
priest: pujari
private: private प्राइवेट
process: process
promise: wada vaada वचन वादा zubaan
promise SURE: promised promise
puncture VEHICLE: puncture पंचर
quarter OCLOCK: सवा पौने
rain: बारिश barish baarish
rare: rare
read: padh पढ padhna read
read.p: padha पढा
readY: hazir
recharge PHONE: recharge
record: record
regular: regular
religion: muslim हिंदु dharm musalman
remember: yaad याद remember
remember.g: remembering
rest: aaram
rest WELL: आराम
risk: risk
roof: chhat roof
room: room
rush URGENT: rush
sad: dukh sad
sample: sample सैंपल
school: school स्कुल coaching विद्यालय
season: season
self: khud खुद own myself itself ourselves himself personally खुदे
sell: bech bechne bechna बेच
sell.g: bechte बेचता
sell.p: sold becha
service: service सेवा seva
shame: sharm
shirt: shirt
shoe: चप्पल
shop: dukan दुकान shop dukaan shutter store stall
shop MAN: dukandar दुकानदार
shop VEHICLE: thela ठेला
side: side taraf तरफ
side NEAR: बगल bagal
sign: sign signed
simple: simple
skip: skip
slow: slow
snake: saanp सांप
so THEN: अत
soil DEATH: मिट्टि
soldier: fauji फौज
sound.p: sounded
staff: staff
staff NURSE: compounder स्टाफ
stamp: mohar stamp मोहर
steal: चोरि chori
stitch SURGERY: टांके
stomach: pet पेट stomach
straight: seedha सिधे सिधा straight directly seedhi seedhe
strange: ajeeb
stranger: anjaan
stuck: fasa फंसा
stuck TRAFFIC: stuck
student: student छात्रा students
study: padhai
sudden: अचानक achanak
system: system
tailor: tailor
teacher: teacher मास्टर शिक्षक
teacher ADDRESS: गुरुजि
teacher school: principal
temple: gurudware mandir मंदिर
tenant NEIGHBOUR: kirayedar
than: than
there: there wahan waha वहां udhar
there SAME: वहिं wahin
thin WEAK: patla
thing: thing cheez things
thought GREET: suvichar
tick: tick
tie STOP: bandh
tie.p: बंधि
times: x
tobacco: paan
tooth: daant root canal दांत dant
treatment: ilaaj ilaj इलाज
tree: neem
trouble ANGRY: तंग
trust: bharosa भरोसे trust bharose
turn: turn bari baari
turn.g: turning
tyre: tyre
up: उपर
useless: faltu
uterus SURGERY: बच्चेदानि bachedani
vaccine: vaccine teeka
vein: नस nas veins
video: video
viral FEVER: viral
voice: आवाज awaaz awaz
vomit SICK: ulti उल्टि
vomit opposite: ulta उल्टा
walk: paidal
walk GO.g: walking
wall: दिवार
warden: warden
waste: waste
water: पानि paani pani
wear: pehen
wet: bheegte
white: safed
world: duniya दुनिया
worthy: layak
wristband: wristband
yellow drink: pila पिला
`;
