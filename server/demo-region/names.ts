/** Zij or hij; only for names and pronouns in notes, never stored. */
export type Pronoun = 'zij' | 'hij';

/** Names that sound like the region: its villages, and the countries its people came from. Nobody is meant. */
export interface NameGroup {
  readonly weight: number;
  readonly zij: readonly string[];
  readonly hij: readonly string[];
  /** `van der|Linden`: what stands before the bar is the prefix. */
  readonly family: readonly string[];
}

const list = (names: string): readonly string[] => names.trim().split(/,\s*/);

export const nameGroups: readonly NameGroup[] = [
  {
    weight: 60,
    zij: list(`Anouk, Marieke, Femke, Lieke, Sanne, Anja, Petra, Wilma, Monique, Esther, Ilse, Kim, Lisa, Nienke, Roos, Tineke, Truus, Yvonne,
      Bianca, Chantal, Daphne, Eva, Floor, Gerda, Hanneke, Ingrid, Jolanda, Karin, Linda, Manon, Noor, Patricia, Renske, Saskia, Thea, Vera`),
    hij: list(`Bart, Bas, Ben, Bram, Daan, Dennis, Erik, Frank, Geert, Gijs, Hans, Harm, Henk, Jan, Jeroen, Jesse, Joep, Johan, Kees, Koen, Luuk,
      Maarten, Marcel, Mark, Martijn, Niels, Patrick, Peter, Rick, Rob, Roel, Ruud, Sjaak, Stefan, Theo, Thijs, Tom, Wim, Wouter`),
    family: list(`Janssen, Jansen, Peters, Hendriks, van|Dijk, Willems, de|Groot, Derks, Arts, Thijssen, Verhoeven, van den|Berg, Gerrits, Jacobs,
      Kersten, van der|Linden, Hermsen, Peelen, Wijnen, Megens, van|Haren, Loeffen, Rutten, Tiemessen, de|Bruijn, Smits, van|Wijk, Kuijpers, Driessen,
      van|Beek, Cornelissen, Evers, Nillesen, Poelen, van de|Ven, Reijnen, Sengers, Theunissen, Banken, van|Summeren, Vermeulen, Wouters, Roelofs,
      van der|Heijden, Broekmans, Aalbers, Kempen, de|Wit, van|Oijen, Lamers, Meijer, Hoogland, Bouwman, Visser, Dekkers, Jeuken, Burgers, Klaassen`),
  },
  {
    weight: 11,
    zij: list('Ayşe, Fatma, Elif, Zeynep, Emine, Hatice, Merve, Büşra, Sevda, Gülşen, Nurten, Dilek'),
    hij: list('Mehmet, Mustafa, Ahmet, Emre, Hakan, Murat, Yusuf, Serkan, Kemal, Orhan, Burak, Cem'),
    family: list('Yılmaz, Kaya, Demir, Şahin, Çelik, Yıldız, Öztürk, Aydın, Arslan, Doğan, Kılıç, Koç, Polat, Aksoy'),
  },
  {
    weight: 10,
    zij: list('Fatima, Samira, Naima, Khadija, Loubna, Hanane, Ikram, Nadia, Soumaya, Zineb, Karima, Yasmina'),
    hij: list('Mohamed, Youssef, Said, Karim, Omar, Bilal, Rachid, Hamza, Nabil, Abdel, Ismail, Tarik'),
    family: list('El|Idrissi, Benali, Bouzid, El|Amrani, Ait Ali, Ouali, Chaouki, Azzouzi, Haddou, El|Khattabi, Moussaoui, Bakkali, Zerrouk'),
  },
  {
    weight: 6,
    zij: list('Shanice, Joyce, Priscilla, Sharon, Anita, Rashmi, Gaitrie, Melissa, Solange, Ruthlyn'),
    hij: list('Orlando, Clyde, Rishi, Dwight, Jermaine, Ashwin, Kenneth, Giovanni, Winston, Radjesh'),
    family: list('Ramdin, Pinas, Martina, Soekhoe, Cairo, Jagessar, Kromosoeto, Winklaar, Biharie, Tjon, Rosaria, Amatredjo'),
  },
  {
    weight: 5,
    zij: list('Agnieszka, Magdalena, Joanna, Ewa, Kasia, Oksana, Iryna, Elena, Mirela'),
    hij: list('Piotr, Tomasz, Marek, Krzysztof, Oleksandr, Andriy, Bogdan, Goran, Zoran'),
    family: list('Kowalczyk, Wójcik, Pawlak, Nowak, Mazur, Shevchenko, Bondar, Petrović, Kovačević, Popa, Dumitru, Sikora'),
  },
  {
    weight: 5,
    zij: list('Rima, Nour, Hala, Zahra, Parisa, Shirin, Amal, Dima, Maryam, Layla'),
    hij: list('Khaled, Anas, Bashar, Firas, Reza, Farhad, Ali, Hassan, Ibrahim, Samir'),
    family: list('Al|Hamwi, Haddad, Khoury, Al|Masri, Darwish, Rahimi, Ahmadi, Hosseini, Sharif, Nazari, Saleh, Al|Jaber'),
  },
  {
    weight: 3,
    zij: list('Selam, Saba, Feven, Rahwa, Hodan, Amina, Sahra, Mariam, Aster'),
    hij: list('Yonas, Filmon, Samuel, Dawit, Abdi, Mahad, Liban, Tesfay, Robel'),
    family: list('Tesfay, Ghebre, Haile, Woldu, Berhane, Warsame, Farah, Hirsi, Mohamud, Abdulle, Kidane'),
  },
];
