import { happens, weighted } from '../random.ts';
import type { Names } from './names.ts';

/**
 * How often names occur. Given names: thousands of births in France since 1900, by INSEE (Fichier des prénoms, Licence
 * Ouverte). Surnames: people of France in Wikidata (CC0), since INSEE gives no counts without a query for each name.
 */
const WOMEN =
  'Marie 2232,Jeanne 561,Françoise 401,Monique 399,Catherine 394,Nathalie 382,Isabelle 378,Jacqueline 372,' +
  'Sylvie 364,Anne 364,Martine 320,Madeleine 305,Nicole 293,Suzanne 290,Hélène 281,Christine 280,Louise 275,' +
  'Marguerite 271,Denise 263,Christiane 259,Yvonne 256,Valérie 253,Sophie 246,Sandrine 240,Céline 238,' +
  'Stéphanie 238,Véronique 235,Chantal 232,Marcelle 229,Renée 221,Simone 219,Jeannine 218,Andrée 215,' +
  'Julie 214,Paulette 213,Germaine 210,Annie 210,Lucie 207,Patricia 207,Camille 206,Léa 204,Yvette 203,' +
  'Brigitte 202,Alice 201,Émilie 193,Odette 192,Geneviève 185,Aurélie 182,Laurence 181,Michèle 179,' +
  'Cécile 177,Thérèse 175,Colette 174,Manon 171,Virginie 171,Sarah 171,Lucienne 170,Juliette 168,' +
  'Dominique 168,Emma 165,Raymonde 164,Corinne 162,Élisabeth 161,Claire 159,Claudine 158,Danielle 158,' +
  'Pauline 157,Élodie 156,Caroline 156,Christelle 155,Josette 154,Chloé 154,Georgette 152,Charlotte 150,' +
  'Laura 148,Florence 148,Mathilde 144,Bernadette 141,Audrey 141,Maria 141';
const MEN =
  'Jean 1913,Pierre 891,Michel 820,André 712,Philippe 538,Louis 528,René 516,Alain 506,Jacques 482,' +
  'Bernard 469,Marcel 469,Daniel 436,Paul 423,Roger 423,Robert 419,Claude 411,Henri 405,Christian 405,' +
  'Nicolas 405,Georges 405,François 398,Patrick 395,Gérard 379,Joseph 377,Christophe 375,Julien 344,' +
  'Maurice 337,Laurent 328,Frédéric 327,Éric 318,David 314,Stéphane 308,Pascal 307,Sébastien 304,' +
  'Alexandre 303,Thierry 289,Antoine 280,Olivier 280,Thomas 280,Raymond 272,Guy 265,Charles 242,' +
  'Dominique 241,Marc 237,Didier 237,Vincent 232,Yves 229,Guillaume 222,Maxime 222,Bruno 220,Serge 219,' +
  'Lucien 216,Albert 204,Gabriel 193,Romain 192,Jérôme 182,Gilbert 180,Lucas 178,Franck 177,Gilles 175,' +
  'Anthony 173,Clément 173,Émile 166,Francis 166,Jules 163,Denis 153,Kévin 152,Mathieu 152,Benjamin 151,' +
  'Alexis 149';
const SURNAMES =
  'Martin 700,Bernard 427,Dubois 348,Petit 335,Durand 323,Robert 319,Michel 310,Thomas 304,Bertrand 293,' +
  'Moreau 277,Richard 273,Roux 269,Simon 256,Lefebvre 255,Blanc 251,Laurent 249,Morel 229,Girard 220,Lambert 220,' +
  'Fournier 219,David 216,Garnier 215,Bonnet 210,Rousseau 207,Dupont 204,Boyer 197,Faure 194,Legrand 190,' +
  'Roussel 186,Vincent 186,Chevalier 183,Henry 182,Mathieu 181,Mercier 181,Lefèvre 177,Duval 176,Guérin 171,' +
  'Fontaine 170,Fabre 169,Gauthier 167,Leroy 165,François 164,Vidal 164,Aubert 163,Lévy 163,Gautier 161,Joly 157,' +
  'Dumont 154,Rey 153,Meyer 148,Giraud 147,Masson 147,Fleury 146,Leclerc 145,Dumas 143,Lacroix 142,Dufour 140,' +
  'Perrin 140,Bourgeois 139,André 138,Marchand 138,Roche 138,Roy 138,Arnaud 137,Meunier 135,Nicolas 135,Brun 133,' +
  'Robin 133,Barbier 131,Clément 130,Morin 130,Blanchard 129,Brunet 129,Gaillard 129,Lemoine 128,Picard 126,' +
  'Adam 124,Denis 124,Renard 122,Berger 121,Lemaire 121,Rivière 121,Boucher 120,Charpentier 120,Dupuy 119,' +
  'Rolland 117,Schneider 115,Deschamps 114,Germain 114,Colin 113,Leroux 112,Marty 111,Philippe 111,Renaud 109,' +
  'Bailly 108,Gérard 108,Olivier 108,Guillaume 107,Lucas 107,García 106,Perrot 106,Carré 104,Gros 103,Caron 102,' +
  'Jacob 102,Aubry 101,Bertin 101,Maillard 101,Prévost 100,Bouvier 99,Roger 99,Marie 98,Pons 98,' +
  'Lagarde 97,Langlois 97,Cohen 96,Guyot 95,Klein 94,Bloch 93,Carpentier 93,Lecomte 93,Paris 90,Cordier 88,' +
  'Huet 88,Schmitt 88,Boulanger 86,Gay 86,Lamy 86,Leclercq 86,Louis 86,Besson 84,Millet 84,Pascal 84,' +
  'Pelletier 84,Benoit 83,Noël 83,Bouchet 82,Dupuis 82,Hubert 82,Muller 82,Baron 81,Laporte 81,Maury 81,' +
  'Reynaud 81,Chevallier 80,Lenoir 78,Lombard 78,Pierre 78,Blanchet 77,Cousin 77,Humbert 77,Jacquet 77,Moulin 77,' +
  'Collin 76,Coste 76,Courtois 76,Gilbert 76,Guichard 76,Ferrand 75,Guillot 75,Marchal 75,Martinez 75,Perrier 75,' +
  'Lacombe 74,Müller 74,Perret 74,Dreyfus 73,Verdier 73,Weber 73,Bazin 72,Didier 72,Albert 71,Fauré 71,Gillet 71,' +
  'Royer 71,Dupré 70,Favre 70,Jourdan 70,Julien 70,Lafont 70,Martinet 70,Allard 69,Andrieu 69,Michaud 69,' +
  'Parent 69,Devaux 68,Hervé 68,Lebrun 68,Berthier 67,Camus 67,Chauvin 67,Clerc 67,Daniel 67,Delaunay 67,' +
  'Lacoste 67,Rousset 67,Collet 66,Delmas 66,Guyon 66,Mallet 66,Poulain 66,Joubert 65,Leblanc 65,Lejeune 65,' +
  'Monnier 65,Paul 65,Alexandre 64,Benoist 64,Berthelot 64,Bousquet 64,Charles 64,Étienne 64,Bigot 63,Blondel 62,' +
  'Breton 62,Guillon 62,Imbert 62,Poisson 62,Salmon 62,Thierry 62,Lagrange 61,Raymond 61,Sabatier 61,Vaillant 61,' +
  'Jullien 60,Ricard 60,Weill 60,Buisson 59,Champion 59,Fouquet 59,Jean 59,Laborde 59,Martel 59,Ménard 59,' +
  'Pagès 59,Renault 59,Brunel 58,Bérard 58,Cartier 58,Constant 58,Fourcade 58,Vial 58,Antoine 57,Gaudin 57,' +
  'Georges 57,Ollivier 57,Besnard 56,Carlier 56,Geoffroy 56,Guillou 56,Hébert 56,Léger 56,Mangin 56,Normand 56,' +
  'Rossi 56,Mayer 55,Pasquier 55,Pichon 55,Prieur 55,Rémy 55,Wagner 55,Abadie 54,Cornu 54,Coulon 54,Duclos 54,' +
  'Godard 54,Grenier 54,Keller 54,Lemaître 54,Lévêque 54,Marquet 54,Maréchal 54,Tardieu 54,Vallée 54,Besse 53,' +
  'Bouchard 53,Bourdon 53,Combes 53,Marion 53,Maurice 53,Merle 53,Poirier 53,Regnault 53,Vallet 53,Voisin 53,' +
  'Bataille 52,Chabert 52,Hardy 52,Merlin 52,Prat 52,Pujol 52,Bouvet 51,Carrère 51,Gerard 51,Legendre 51,' +
  'Parmentier 51,Perrine 51,Poncet 51,Raynaud 51';

/** Every twentieth man has a double name. */
const DOUBLE_PERCENT = 5;
const men = weighted(MEN);

export const FRENCH: Names = {
  woman: weighted(WOMEN),
  man: (random) => {
    const name = men(random);
    return happens(DOUBLE_PERCENT, random) && name !== 'Jean' ? `Jean-${name}` : name;
  },
  surname: weighted(SURNAMES),
  womensTitles: ['Mme'],
  mensTitles: ['M.'],
};
