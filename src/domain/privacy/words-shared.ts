// First names, places and organisations for all three languages. Small, composed by hand, and uneven on purpose towards
// names that Finnish lists leave out; what it finds and misses is measured in tests/fixtures/privacy.
import { toWords } from "./word-list.ts";

export const firstNames = toWords(
  `Aino Aleksi Anja Anna Anne Annika Antero Antti Arja Ari Arto Eeva Eila Eino Elina Ella Emilia Emma Erkki Esa Eero
  Hanna Hannele Hannu Harri Heidi Heikki Helena Henna Hilkka Iida Ilkka Ilona Inkeri Irja Jaakko Jani Janne Jari
  Jarkko Jarmo Joni Jouko Jouni Juha Juhani Jukka Juho Jussi Jyrki Kaarina Kai Kaija Kaisa Kalevi Kalle Kari Karri
  Katja Katri Kati Kerttu Kimmo Kirsi Kristiina Kyllikki Laura Lauri Leena Leo Liisa Maarit Maija Mari Maria Marja
  Marjatta Marko Markku Martti Matti Mervi Merja Mika Mikael Mikko Milla Minna Mirja Nea Niina Noora Olavi Olli Outi
  Oona Oskari Otto Paavo Pasi Pauli Pekka Pentti Pertti Petri Petteri Pirjo Päivi Raija Raili Raimo Rauno Reijo Riikka
  Riitta Risto Ritva Saara Sakari Salla Sami Sanna Sari Satu Seija Seppo Silja Sinikka Sirpa Sofia Susanna Taina Taneli
  Tapani Tapio Tarja Teemu Teija Tero Terttu Tiina Timo Tomi Topi Toni Tuomas Tuomo Tuula Tuire Vappu Veikko Veera Vesa
  Tuomakse Eliakse Ville Virpi Väinö Aatu Aada Eemeli Elias Eetu Iiro Jasmin Julius Lassi Niilo Niko Onni Toivo Rauha Usko Tarmo Armas
  Lahja Ilta Helmi Tuuli Meri Lumi Kielo Vuokko Ruusu Taimi Sulo Urho Veli Ilo Oiva Into Pilvi Suvi Satu Sade`,
  `Anders Andreas Annika Astrid Axel Barbro Bengt Berit Birgitta Björn Bo Börje Carina Carl Cecilia Christer Christina
  Daniel Ebba Edvard Elin Elsa Emil Erik Eva Filip Fredrik Freja Gun Gunilla Gunnar Gustav Göran Hans Henrik Ida Inga
  Ingrid Jan Johan Johanna Jonas Karin Karl Katarina Kerstin Kjell Kristina Lars Leif Lena Linda Linn Linnea Lisbeth
  Magnus Malin Margareta Maj Marcus Märta Mats Mattias Mona Nils Niklas Olof Ove Per Peter Rolf Roger Rune Sara Signe
  Siv Sofie Stefan Sten Stig Sven Tage Thomas Tobias Tomas Torsten Ulf Ulla Ulrika Viola Viveca Åke Åsa`,
  `Adam Alice Amy Andrew Ann Ben Benjamin Betty Bill Brian Charles Charlotte Chris Claire David Diana Donna Edward
  Elizabeth Emily Eric Faith Frank George Grace Hannah Harry Helen Henry Hope Ian Jack James Jane Jennifer Jessica Jim
  Joan Joe John Joseph Joy Julia Karen Kate Kevin Lucy Luke Margaret Mark Martin Mary Michael Nancy Nick Oliver Olivia
  Patricia Patrick Paul Rachel Rebecca Richard Robert Rose Ruth Sally Sam Sarah Simon Sophie Stephen Steve Susan Tom
  William Will`,
  `Abdi Abdullah Abdullahi Abdirahman Ahmad Ahmed Ali Amal Amina Amir Anas Asha Aisha Aylin Ayan Ayaan Bahar Bashir Bilal
  Dalia Farah Farhad Farid Fatima Fatuma Fadumo Faisal Habib Hadi Halima Hamid Hamza Hani Hasan Hassan Hawa Hibo Hodan
  Huda Hussein Ibrahim Ifrah Iman Ismail Jamal Jamila Kamal Karim Khadija Khalid Khadra Laila Layla Leila Mahmoud Maryam
  Marwa Mehdi Mohamed Mohammad Mohammed Muhammad Muna Mustafa Nadia Najma Nasra Nasrin Nimo Noor Nour Omar Osman Parisa
  Rahma Rana Rania Reza Rashid Sahra Said Salim Salma Samira Samir Shirin Suad Sumaya Tariq Yasin Yasmin Younis Youssef
  Yusuf Zahra Zainab Zeinab Zahir`,
  `Aleksandr Alexei Aljona Anastasia Andrei Anton Boris Dmitri Ekaterina Elena Galina Igor Irina Ivan Jelena Katya Kirill
  Larisa Ljudmila Maksim Marina Mihail Natalia Natalja Nikolai Oksana Oleg Olena Olga Pavel Petro Roman Sergei Svetlana
  Tamara Tatiana Tatjana Taras Valentina Vera Viktor Vladimir Volodymyr Yulia Yuri`,
  `Agon Arben Azad Blerim Dilan Drita Elif Emre Fatmir Hevin Kemal Mehmet Mehmed Murat Nergiz Rojin Serhat Shpresa Zeynep
  Kaur Kristjan Liis Maarja Mait Peeter Raivo Tiit Toomas Urmas Áilu Ánte Biret Elle Máret Niillas Sámmol Aung Chan Htoo
  Linh Minh Nguyen Paw Phuong Somchai Thuy Tuan Wei Xiaoming Abebe Almaz Haile Selam Tesfaye Yonas Carlos José Juan
  Luis Sunita Priya Rajesh`,
);

/** Places, with the stem that Finnish cases leave of them where it differs. */
export const places = toWords(
  `Suomi Suome Helsinki Helsingi Espoo Vantaa Tampere Tamperee Turku Turu Oulu Jyväskylä Lahti Lahde Kuopio Pori Kouvola
  Joensuu Lappeenranta Lappeenranna Hämeenlinna Vaasa Seinäjoki Seinäjoe Rovaniemi Rovanieme Mikkeli Kotka Salo
  Porvoo Kokkola Hyvinkää Lohja Järvenpää Rauma Tuusula Kirkkonummi Kirkkonumme Kerava Kajaani Kaarina Nokia Ylöjärvi
  Ylöjärve Kangasala Riihimäki Riihimäe Raasepori Imatra Sastamala Savonlinna Raahe Tornio Lieto Liedo Iisalmi Iisalme
  Kemi Hamina Valkeakoski Valkeakoske Varkaus Varkaude Jämsä Forssa Kauhajoki Kauhajoe Närpiö Pietarsaari Pietarsaare
  Maarianhamina Ahvenanmaa Lappi Lapi Uusimaa Uudenmaa Uudellamaa Pohjanmaa Savo Karjala Häme Hämee Satakunta
  Satakunna Kainuu Lieksa Nurmes Orivesi Loimaa Uusikaupunki Naantali Parainen Sipoo Vihti Nurmijärvi Mäntsälä Heinola
  Pieksämäki Akaa Huittinen Kankaanpää Laukaa Muurame Äänekoski Keuruu Kuusamo Sodankylä Inari Utsjoki Kittilä`,
  `Helsingfors Esbo Vanda Tammerfors Åbo Uleåborg Lahtis Vasa Borgå Karleby Jakobstad Raseborg Ekenäs Hangö Hanko Lovisa
  Loviisa Kristinestad Närpes Korsholm Malax Pargas Kimito Mariehamn Åland Nyland Österbotten Finland Björneborg Kyrkslätt
  Sibbo Grankulla Kauniainen Lojo Ingå Nykarleby Kronoby Larsmo Pedersöre Vörå`,
  `Hervanta Hervanna Kontula Itäkeskus Itäkeskukse Kallio Pasila Vuosaari Mellunmäki Myyrmäki Tikkurila Leppävaara Matinkylä
  Tapiola Varissuo Runosmäki Kaukajärvi Linnainmaa Huhtasuo Malmi Kannelmäki Jakomäki Maunula Tesoma Mainingi Rastila`,
  `Ruotsi Norja Tanska Islanti Viro Eesti Tallinna Tallinn Venäjä Pietari Moskova Ukraina Kiova Saksa Ranska Espanja Italia
  Puola Britannia Englanti Englanni Irlanti Eurooppa Euroopa Aasia Afrikka Afrika Amerikka Amerika Yhdysvallat Yhdysvalto
  Somalia Mogadishu Irak Bagdad Iran Teheran Syyria Damaskos Afganistan Kabul Turkki Turki Kurdistan Libanon Palestiina
  Israel Jordania Egypti Marokko Maroko Etiopia Eritrea Sudan Kongo Nigeria Kenia Intia Kiina Thaimaa Vietnam Myanmar
  Burma Filippiinit Albania Kosovo Bosnia Serbia Romania Bulgaria Kreikka Kreika Tukholma Itämeri Karjalankannas`,
  `Sweden Sverige Stockholm Göteborg Norway Norge Denmark Danmark Iceland Estonia Estland Latvia Lithuania Russia Ryssland
  Ukraine Germany Tyskland France Frankrike Spain Spanien Italy Italien Poland Polen Britain England London Ireland Europe
  Europa Asia Asien Africa America USA Iraq Syria Syrien Afghanistan Turkey Turkiet Lebanon Palestine Egypt Morocco
  Ethiopia India Indien China Kina Thailand Philippines Greece Balkan Norden`,
);

export const organisations = toWords(
  `Kela Migri Wilma Wilman Facebook Instagram Whatsapp WhatsApp Telegram Tiktok TikTok Snapchat Youtube YouTube Google Zoom
  Teams Netflix Messenger Signal Twitter Discord Lidl Prisma Citymarket Alepa Sale Siwa Stockmann Ikea Tokmanni Posti Yle
  Iltalehti Ilta-Sanomat Hesari Aamulehti Marttaliitto Martat Martta Martto MLL SPR Pelastusarmeija Diakonissalaitos Erätauko Dialogpaus
  Kuuluu Kansalaisopisto Folkhälsan Röda Korset Marthaförbundet Hufvudstadsbladet Kårkulla
  Martha FPA Migrationsverket Duolingo Uber Wolt Foodora Bolt Covid Corona Korona Omaolo Kanta Suomi.fi
  Punainen Punaisen Risti Ristin Startup Ohjaamo Luckan Kompassi Navigaattori Seure Startti Pakolaisapu
  Väestöliitto Setlementti Setlementtiliitto Red Cross Salvation Army Moodle Linkedin LinkedIn Reddit`,
);
